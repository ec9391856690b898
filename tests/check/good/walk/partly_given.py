from functools import partial

from tests.toy.state import Path, Pick, State


def _far(ball: int, /, *, other: int) -> bool:
    return abs(ball - other) > 1


def partly_given(state: State, pick: Pick) -> Path:
    """Walk past other balls to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The balls further than one away, then the ball.

    Example:
        >>> partly_given(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (2, 4)
    """
    far = partial(_far, other=pick)
    return (*filter(far, state.balls), pick)


# What must hold for every state and every ball.


def always_that(state: State, pick: Pick) -> bool:
    return partly_given(state, pick) == (
        *(b for b in state.balls if b not in (pick - 1, pick, pick + 1)),
        pick,
    )
