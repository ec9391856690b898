from tests.toy.state import Path, Pick, State


def _one(pick: Pick, wind: int) -> Path:  # finding: LDC025
    return (pick,)


def unread_in_helper(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> unread_in_helper(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return _one(pick, state.wind)


# What must hold for every state.


def always_right(state: State, pick: Pick) -> bool:
    return unread_in_helper(state, pick) == (pick,)
