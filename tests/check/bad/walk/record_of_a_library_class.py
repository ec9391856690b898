from collections import Counter
from dataclasses import dataclass

from tests.toy.state import Path, Pick, State


FAR = 3


def record_of_a_library_class(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball alone.

    Example:
        >>> record_of_a_library_class(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    dataclass(Counter)  # finding: LDC036
    return (pick,)


# What must hold for every state and every ball.


def always_one_stop(state: State, pick: Pick) -> bool:
    return record_of_a_library_class(state, pick) == (pick,)
