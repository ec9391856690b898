from functools import reduce
from operator import add, itemgetter

from tests.toy.state import Path, Pick, State


def operators(state: State, pick: Pick) -> Path:
    """Walk past other balls to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball, as often as there are balls.

    Example:
        >>> operators(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4, 4)
    """
    ones = [itemgetter(1)(pair) for pair in zip(state.balls, (1,) * 5, strict=False)]
    return (pick,) * reduce(add, ones, 0)


# What must hold for every state and every ball.


def always_that(state: State, pick: Pick) -> bool:
    return len(operators(state, pick)) == len(state.balls) and set(
        operators(state, pick)
    ) == {pick}
