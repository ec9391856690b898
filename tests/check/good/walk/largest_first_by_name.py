import heapq as hq

from tests.toy.state import Path, Pick, State


def largest_first_by_name(state: State, pick: Pick) -> Path:
    """Walk past other balls to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The two largest balls, then the ball.

    Example:
        >>> largest_first_by_name(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4, 2, 4)
    """
    heap = [-ball for ball in state.balls]
    hq.heapify(heap)
    stops: list[int] = []
    while heap and len(stops) < 2:
        stops.append(-hq.heappop(heap))
    return (*stops, pick)


# What must hold for every state and every ball.


def always_that(state: State, pick: Pick) -> bool:
    largest = sorted(state.balls)[-2:]
    largest.reverse()
    return largest_first_by_name(state, pick) == (*largest, pick)
