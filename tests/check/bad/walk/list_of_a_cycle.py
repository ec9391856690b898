from itertools import cycle
from tests.toy.state import Path, Pick, State


def list_of_a_cycle(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball alone.

    Example:
        >>> list_of_a_cycle(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    balls = [ball for ball in cycle(state.balls)]  # finding: LDC014
    return (balls[0],)


# What must hold for every state and every ball.


def always_one_stop(state: State, pick: Pick) -> bool:
    return list_of_a_cycle(state, pick) == (pick,)
