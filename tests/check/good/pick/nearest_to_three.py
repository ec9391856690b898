from tests.toy.state import Pick, State


def nearest_to_three(state: State) -> Pick:
    """Take one of the balls.

    Use it when there is no sign.

    Args:
        state: What the robot sees.

    Returns:
        The ball nearest to three, the lower one of two.

    Example:
        >>> nearest_to_three(state=State(balls=(2, 4), wind=0, sign=""))
        2
    """
    return min(state.balls, key=lambda ball: (abs(ball - 3), ball))


# What must hold for every state.


def always_that(state: State) -> bool:
    order = (3, 2, 4, 1, 5)
    return nearest_to_three(state) == next(b for b in order if b in state.balls)
