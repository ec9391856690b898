from tests.toy.state import Path, Pick, State


class Stack:
    def push(self, ball: int) -> int:
        return ball


PUSH = Stack.push  # finding: LDC036


def method_taken(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball alone.

    Example:
        >>> method_taken(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return (pick,) if PUSH else ()


# What must hold for every state and every ball.


def always_one_stop(state: State, pick: Pick) -> bool:
    return method_taken(state, pick) == (pick,)
