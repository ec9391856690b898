from itertools import accumulate

from tests.toy.state import Pick, State


def accumulated(state: State) -> Pick:
    """Take one of the balls.

    Use it when there is no sign.

    Args:
        state: What the robot sees.

    Returns:
        The first ball at which the sum of all so far is more than four.

    Example:
        >>> accumulated(state=State(balls=(2, 4), wind=0, sign=""))
        4
    """
    sums = accumulate(state.balls)
    pairs = zip(state.balls, sums, strict=True)
    return next((ball for ball, total in pairs if total > 4), state.balls[-1])


# What must hold for every state.


def always_that(state: State) -> bool:
    for place in range(1, len(state.balls)):
        if sum(state.balls[:place]) > 4:
            return accumulated(state) == state.balls[place - 1]
    return accumulated(state) == state.balls[-1]
