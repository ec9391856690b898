from collections import deque

from tests.toy.state import Path, Pick, State


def bfs_typed(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> bfs_typed(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (2, 4)
    """
    queue: deque[Path] = deque([state.balls[:1]])
    while queue:
        way = queue.popleft()
        if way[-1] == pick:
            return way
        queue.extend((*way, ball) for ball in state.balls if ball > way[-1])
    return ()


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return bfs_typed(state, pick) == (
        (pick,) if pick == state.balls[0] else (state.balls[0], pick)
    )
