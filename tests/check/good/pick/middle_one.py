from statistics import median_low

from tests.toy.state import Pick, State


def middle_one(state: State) -> Pick:
    """Take one of the balls.

    Use it when there is no sign.

    Args:
        state: What the robot sees.

    Returns:
        The ball in the middle, the lower one of two.

    Example:
        >>> middle_one(state=State(balls=(2, 4), wind=0, sign=""))
        2
    """
    return median_low(state.balls)


# What must hold for every state.


def always_that(state: State) -> bool:
    return middle_one(state) == sorted(state.balls)[(len(state.balls) - 1) // 2]
