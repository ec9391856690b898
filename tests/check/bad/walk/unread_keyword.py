from tests.toy.state import Path, Pick, State


def _times(pick: Pick, steps: int) -> Path:  # finding: LDC025
    steps_taken = 1
    return (pick,) * steps_taken


def unread_keyword(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> unread_keyword(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return _times(pick, steps=1)


# What must hold for every state.


def always_right(state: State, pick: Pick) -> bool:
    return unread_keyword(state, pick) == (pick,)
