from itertools import chain, pairwise

from tests.toy.state import Path, Pick, State


def pairs(state: State, pick: Pick) -> Path:
    """Walk past other balls to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The larger ball of each two neighbours, then the ball.

    Example:
        >>> pairs(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4, 4)
    """
    pairs = pairwise(state.balls)
    return (*chain.from_iterable((b,) for _, b in pairs), pick)


# What must hold for every state and every ball.


def always_that(state: State, pick: Pick) -> bool:
    return pairs(state, pick)[:-1] == state.balls[1:] and pairs(state, pick)[-1] == pick
