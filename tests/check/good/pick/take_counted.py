from collections import Counter

from tests.toy.state import Pick, State


def take_counted(state: State) -> Pick:
    """Take a ball.

    Use it when there is no sign.

    Args:
        state: What the robot sees.

    Returns:
        A ball that lies there.

    Example:
        >>> take_counted(state=State(balls=(2, 4), wind=0, sign=""))
        4
    """
    odd = Counter(ball % 2 for ball in state.balls)
    return state.balls[0] if odd[1] > odd[0] else state.balls[-1]


# What must hold for every state.


def always_right(state: State) -> bool:
    odd = sum(ball % 2 for ball in state.balls)
    end = 0 if odd > len(state.balls) - odd else -1
    return take_counted(state) == state.balls[end]
