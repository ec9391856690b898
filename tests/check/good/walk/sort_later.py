from tests.toy.state import Path, Pick, State


def sort_later(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> sort_later(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    path: list[int] = []
    for ball in frozenset(state.balls):
        if ball > pick:
            path.append(ball)
    return (*sorted(path), pick)


# What must hold for every state.


def always_right(state: State, pick: Pick) -> bool:
    return sort_later(state, pick) == (
        *state.balls[state.balls.index(pick) + 1 :],
        pick,
    )
