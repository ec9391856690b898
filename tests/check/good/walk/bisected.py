from bisect import bisect_left

from tests.toy.state import Path, Pick, State


def bisected(state: State, pick: Pick) -> Path:
    """Walk past other balls to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The smaller balls, then the ball.

    Example:
        >>> bisected(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (2, 4)
    """
    place = bisect_left(state.balls, pick)
    return (*state.balls[:place], pick)


# What must hold for every state and every ball.


def always_that(state: State, pick: Pick) -> bool:
    return bisected(state, pick) == (*(b for b in state.balls if b < pick), pick)
