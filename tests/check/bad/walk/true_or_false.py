from tests.toy.state import Path, Pick, State


def true_or_false(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> true_or_false(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    windy = True if state.wind > 1 else False  # finding: LDC022
    return (pick, pick) if windy else (pick,)


# What must hold for every state.


def always_right(state: State, pick: Pick) -> bool:
    return true_or_false(state, pick)[-1] == pick
