from tests.toy.state import Path, Pick, State


def floated_wind(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> floated_wind(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4, 4)
    """
    return (pick,) if float(state.wind) == 2 else (pick, pick)  # finding: LDC023


# What must hold for every state.


def always_right(state: State, pick: Pick) -> bool:
    return floated_wind(state, pick)[-1] == pick
