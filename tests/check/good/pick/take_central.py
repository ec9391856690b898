from tests.toy.state import Pick, State


def take_central(state: State) -> Pick:
    """Take a ball.

    Use it when there is no sign.

    Args:
        state: What the robot sees.

    Returns:
        A ball that lies there.

    Example:
        >>> take_central(state=State(balls=(2, 4), wind=0, sign=""))
        2
    """
    balls = set(state.balls)
    return min(balls, key=lambda ball: (abs(ball - 3), ball))


# What must hold for every state.


def always_nearest_to_three(state: State) -> bool:
    order = [ball for ball in (3, 2, 4, 1, 5) if ball in state.balls]
    return take_central(state) == order[0]
