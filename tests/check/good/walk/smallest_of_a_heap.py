from heapq import heapify, heappop

from tests.toy.state import Path, Pick, State


def smallest_of_a_heap(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> smallest_of_a_heap(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    heap = [(abs(ball - pick), ball) for ball in state.balls]
    heapify(heap)
    return (heappop(heap)[1],)


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return smallest_of_a_heap(state, pick) == (pick,)
