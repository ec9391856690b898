from heapq import heappop, heappush

from tests.toy.state import Path, Pick, State


def heaped(state: State, pick: Pick) -> Path:
    """Walk past other balls to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The other balls, the largest first, then the ball.

    Example:
        >>> heaped(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (2, 4)
    """
    heap: list[int] = []
    for ball in state.balls:
        if ball != pick:
            heappush(heap, -ball)
    stops = []
    while heap:
        stops.append(-heappop(heap))
    return (*stops, pick)


# What must hold for every state and every ball.


def always_that(state: State, pick: Pick) -> bool:
    return heaped(state, pick) == (
        *sorted(set(state.balls) - {pick}, reverse=True),
        pick,
    )
