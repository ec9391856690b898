from tests.toy.state import Path, Pick, State


SEEN = 0


def _count() -> int:
    global SEEN  # finding: LDC035
    SEEN = SEEN + 1
    return SEEN


def global_counter(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball alone.

    Example:
        >>> global_counter(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return (pick,) if _count() else ()


# What must hold for every state and every ball.


def always_one_stop(state: State, pick: Pick) -> bool:
    return global_counter(state, pick) == (pick,)
