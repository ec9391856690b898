from collections import deque

from tests.toy.state import Path, Pick, State


def turned_in_a_deque(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> turned_in_a_deque(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    row = deque(state.balls)
    row.rotate(-state.balls.index(pick))
    return (row[0],)


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return turned_in_a_deque(state, pick) == (pick,)
