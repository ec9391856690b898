from itertools import groupby

from tests.toy.state import Path, Pick, State


def grouped(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> grouped(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    groups = groupby(state.balls, key=lambda ball: ball == pick)
    return tuple(ball for here, row in groups if here for ball in row)


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return grouped(state, pick) == (pick,)
