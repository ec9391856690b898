from tests.toy.state import Pick, State


def last_of_a_loop(state: State) -> Pick:
    """Take a ball.

    Use it when there is no sign.

    Args:
        state: What the robot sees.

    Returns:
        A ball that lies there.

    Example:
        >>> last_of_a_loop(state=State(balls=(2, 4), wind=0, sign=""))
        4
    """
    last = state.balls[0]
    for ball in set(state.balls):  # finding: LDC024
        if ball > 1:
            last = ball
    return last


# What must hold for every state.


def always_right(state: State) -> bool:
    return last_of_a_loop(state) in state.balls
