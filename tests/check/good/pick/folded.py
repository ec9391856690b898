from functools import reduce

from tests.toy.state import Pick, State


def folded(state: State) -> Pick:
    """Take one of the balls.

    Use it when there is no sign.

    Args:
        state: What the robot sees.

    Returns:
        The largest odd ball, the smallest one if all are even.

    Example:
        >>> folded(state=State(balls=(2, 4), wind=0, sign=""))
        2
    """
    return reduce(lambda one, other: one if other % 2 == 0 else other, state.balls)


# What must hold for every state.


def always_that(state: State) -> bool:
    odd = [b for b in state.balls if b in (1, 3, 5)]
    return folded(state) == max(odd, default=min(state.balls))
