from math import inf

from tests.toy.state import Pick, State


def take_infinitely_near(state: State) -> Pick:
    """Take a ball.

    Use it when there is no sign.

    Args:
        state: What the robot sees.

    Returns:
        A ball that lies there.

    Example:
        >>> take_infinitely_near(state=State(balls=(2, 4), wind=0, sign=""))
        2
    """
    distance = min((ball / 1 for ball in state.balls if ball > state.wind), default=inf)
    if distance == inf:
        return state.balls[-1]
    return round(distance)


# What must hold for every state.


def always_right(state: State) -> bool:
    beyond = tuple(ball for ball in state.balls if ball > state.wind)
    return take_infinitely_near(state) == (beyond or state.balls[-1:])[0]
