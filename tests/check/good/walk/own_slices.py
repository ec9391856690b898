from tests.toy.state import Path, Pick, State


def own_slices(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        All balls in order, then the ball.

    Example:
        >>> own_slices(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (2, 4, 4)
    """
    row = [pick] * 9
    row[: len(state.balls)] = sorted(state.balls)
    return tuple(row[: len(state.balls) + 1])


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return own_slices(state, pick) == (*sorted(state.balls), pick)
