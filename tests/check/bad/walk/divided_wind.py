from tests.toy.state import Path, Pick, State


def divided_wind(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> divided_wind(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4, 4)
    """
    if state.wind / 3 != -1:  # finding: LDC023
        return (pick, pick)
    return (pick,)


# What must hold for every state.


def always_right(state: State, pick: Pick) -> bool:
    return divided_wind(state, pick)[-1] == pick
