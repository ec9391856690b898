from tests.toy.state import Path, Pick, State


def _first(balls: tuple[int, ...], pick: int) -> int:
    if balls[0] == pick:
        raise LookupError(pick)
    return balls[0]


def raised_and_caught(state: State, pick: Pick) -> Path:
    """Walk past other balls to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball, and the smallest before it if that is another.

    Example:
        >>> raised_and_caught(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (2, 4)
    """
    try:
        return _first(state.balls, pick), pick
    except LookupError:
        return (pick,)


# What must hold for every state and every ball.


def always_that(state: State, pick: Pick) -> bool:
    return raised_and_caught(state, pick) == (
        (pick,) if min(state.balls) == pick else (min(state.balls), pick)
    )
