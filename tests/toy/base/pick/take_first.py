from tests.toy.state import Pick, State


def take_first(state: State) -> Pick:
    """Take the ball with the smallest number.

    Use it when there is no sign.

    Args:
        state: What the robot sees.

    Returns:
        The first ball.

    Example:
        >>> take_first(state=State(balls=(2, 4), wind=0, sign=""))
        2
    """
    return state.balls[0]


# What must hold for every state.


def always_the_smallest(state: State) -> bool:
    return take_first(state) == min(state.balls)
