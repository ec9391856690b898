from tests.toy.state import Pick, State


def take_even(state: State) -> Pick:
    """Take a ball.

    Use it when there is no sign.

    Args:
        state: What the robot sees.

    Returns:
        A ball that lies there.

    Example:
        >>> take_even(state=State(balls=(2, 4), wind=0, sign=""))
        2
    """
    balls = set(state.balls)
    even = {ball for ball in balls if ball % 2 == 0}
    return min(even or balls)


# What must hold for every state.


def always_right(state: State) -> bool:
    return take_even(state) == min(state.balls, key=lambda ball: (ball % 2, ball))
