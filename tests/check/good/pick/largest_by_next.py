from tests.toy.state import Pick, State


def largest_by_next(state: State) -> Pick:
    """Take one of the balls.

    Use it when there is no sign.

    Args:
        state: What the robot sees.

    Returns:
        The largest ball.

    Example:
        >>> largest_by_next(state=State(balls=(2, 4), wind=0, sign=""))
        4
    """
    return next(iter(sorted(state.balls, reverse=True)))


# What must hold for every state.


def always_that(state: State) -> bool:
    return largest_by_next(state) == max(state.balls)
