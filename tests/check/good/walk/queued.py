from collections import deque

from tests.toy.state import Path, Pick, State


def queued(state: State, pick: Pick) -> Path:
    """Walk past other balls to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The other balls, the smallest first, then the ball.

    Example:
        >>> queued(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (2, 4)
    """
    queue = deque(state.balls)
    stops = []
    while queue:
        ball = queue.popleft()
        if ball != pick:
            stops.append(ball)
    stops.append(pick)
    return tuple(stops)


# What must hold for every state and every ball.


def always_that(state: State, pick: Pick) -> bool:
    return queued(state, pick) == (*(b for b in state.balls if b != pick), pick)
