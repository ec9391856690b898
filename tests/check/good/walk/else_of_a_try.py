from tests.toy.state import Path, Pick, State


def else_of_a_try(state: State, pick: Pick) -> Path:
    """Walk past other balls to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball after its right neighbour; twice, if it has none.

    Example:
        >>> else_of_a_try(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4, 4)
    """
    after: tuple[int, ...]
    place = state.balls.index(pick)
    try:
        neighbour = state.balls[place + 1]
    except IndexError as error:
        after = (pick,) * bool(str(error))
    else:
        after = (neighbour,)
    return (*after, pick)


# What must hold for every state and every ball.


def always_that(state: State, pick: Pick) -> bool:
    larger = [b for b in state.balls if b > pick]
    return else_of_a_try(state, pick) == (min(larger, default=pick), pick)
