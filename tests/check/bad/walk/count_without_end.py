from itertools import count
from tests.toy.state import Path, Pick, State


def count_without_end(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball alone.

    Example:
        >>> count_without_end(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    near = 0
    for step in count():  # finding: LDC014
        near += step
    return (pick,)


# What must hold for every state and every ball.


def always_one_stop(state: State, pick: Pick) -> bool:
    return count_without_end(state, pick) == (pick,)
