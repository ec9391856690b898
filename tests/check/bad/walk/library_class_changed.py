from collections import Counter

from tests.toy.state import Path, Pick, State


class Stack:
    def __init__(self) -> None:
        self.balls = ()


def library_class_changed(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball alone.

    Example:
        >>> library_class_changed(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    Counter.balls = (pick,)  # finding: LDC018
    return (pick,)


# What must hold for every state and every ball.


def always_one_stop(state: State, pick: Pick) -> bool:
    return library_class_changed(state, pick) == (pick,)
