import math as m
from itertools import repeat as again

from tests.toy.state import Path, Pick, State


def named_otherwise(state: State, pick: Pick) -> Path:
    """Walk past other balls to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball, as often as the wind is long, and once more.

    Example:
        >>> named_otherwise(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    span = m.trunc(m.fabs(state.wind))
    return tuple(again(pick, span + 1))


# What must hold for every state and every ball.


def always_that(state: State, pick: Pick) -> bool:
    return named_otherwise(state, pick) == (pick,) * (abs(state.wind) + 1)
