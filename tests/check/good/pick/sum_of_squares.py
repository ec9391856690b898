from tests.toy.state import Pick, State


def sum_of_squares(state: State) -> Pick:
    """Take one of the balls.

    Use it when there is no sign.

    Args:
        state: What the robot sees.

    Returns:
        The largest ball whose square is no more than ten, else the smallest.

    Example:
        >>> sum_of_squares(state=State(balls=(2, 4), wind=0, sign=""))
        2
    """
    fit = [ball for ball in state.balls if ball**2 <= 10]
    return fit[-1] if fit else state.balls[0]


# What must hold for every state.


def always_that(state: State) -> bool:
    small = [b for b in state.balls if b <= 3]
    return sum_of_squares(state) == max(small, default=min(state.balls))
