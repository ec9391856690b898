from tests.toy.state import Path, Pick, State


def by_two_loops(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> by_two_loops(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    path: list[int] = []
    for ball in state.balls:
        for other in (pick,):
            if ball == other:
                path.append(ball)
                break
    return tuple(path)


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return by_two_loops(state, pick) == (pick,)
