from tests.toy.state import Pick, State


def take_either(state: State, high: bool) -> Pick:
    """Take a ball.

    Use it when there is no sign.

    Args:
        state: What the robot sees.
        high: Whether to take the largest.

    Returns:
        A ball that lies there.

    Example:
        >>> take_either(state=State(balls=(2, 4), wind=0, sign=""), high=True)
        4
    """
    return max(state.balls) if high else min(state.balls)


# What must hold for every state.


def always_right(state: State, high: bool) -> bool:
    return take_either(state, high) == state.balls[-1 if high else 0]
