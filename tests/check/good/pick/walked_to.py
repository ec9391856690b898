from tests.toy.state import Pick, State


def walked_to(state: State) -> Pick:
    """Take one of the balls.

    Use it when there is no sign.

    Args:
        state: What the robot sees.

    Returns:
        The first ball that is at least the size of the wind.

    Example:
        >>> walked_to(state=State(balls=(2, 4), wind=0, sign=""))
        2
    """
    ball = state.balls[0]
    for ball in state.balls:
        if ball >= abs(state.wind):
            break
    return ball


# What must hold for every state.


def always_that(state: State) -> bool:
    large = [b for b in state.balls if b >= abs(state.wind)]
    return walked_to(state) == (min(large) if large else max(state.balls))
