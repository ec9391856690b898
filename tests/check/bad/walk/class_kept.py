from tests.toy.state import Path, Pick, State


class Stack:
    def __init__(self) -> None:
        self.balls = ()

    def push(self, ball: int) -> None:
        self.balls = (ball,)


def class_kept(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball alone.

    Example:
        >>> class_kept(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    made = tuple(kind() for kind in (Stack,))  # finding: LDC036
    return (pick,) if made else ()


# What must hold for every state and every ball.


def always_one_stop(state: State, pick: Pick) -> bool:
    return class_kept(state, pick) == (pick,)
