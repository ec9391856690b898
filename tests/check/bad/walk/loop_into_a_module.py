import math

from tests.toy.state import Path, Pick, State


FAR = 3


def loop_into_a_module(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball alone.

    Example:
        >>> loop_into_a_module(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    for math.pi in state.balls:  # finding: LDC018
        pass
    return (pick,)


# What must hold for every state and every ball.


def always_one_stop(state: State, pick: Pick) -> bool:
    return loop_into_a_module(state, pick) == (pick,)
