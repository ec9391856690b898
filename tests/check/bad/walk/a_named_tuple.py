from typing import NamedTuple

from tests.toy.state import Path, Pick, State

class Way(NamedTuple):
    ball: int


def a_named_tuple(state: State, pick: Pick) -> Path:  # finding: LDC102
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> a_named_tuple(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        Way(ball=4)
    """
    return Way(pick)


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return a_named_tuple(state, pick) == (pick,)
