from tests.toy.state import Path, Pick, State


def exactly_tried(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> exactly_tried(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    try:
        place = state.balls.index(pick)
    except ValueError:
        raise AssertionError(pick) from None
    return (state.balls[place],)


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return exactly_tried(state, pick) == (pick,)
