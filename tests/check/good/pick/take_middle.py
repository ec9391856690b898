from tests.toy.state import Pick, State


def take_middle(state: State) -> Pick:
    """Take a ball.

    Use it when there is no sign.

    Args:
        state: What the robot sees.

    Returns:
        The middle ball, the upper of two.

    Example:
        >>> take_middle(state=State(balls=(2, 4), wind=0, sign=""))
        4
    """
    return state.balls[len(state.balls) // 2]


# What must hold for every state.


def always_as_many_below(state: State) -> bool:
    taken = take_middle(state)
    below = [ball for ball in state.balls if ball < taken]
    return taken in state.balls and len(below) == len(state.balls) // 2
