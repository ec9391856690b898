from tests.toy.state import Pick, State


def take_largest_of_set(state: State) -> Pick:
    """Take a ball.

    Use it when there is no sign.

    Args:
        state: What the robot sees.

    Returns:
        A ball that lies there.

    Example:
        >>> take_largest_of_set(state=State(balls=(2, 4), wind=0, sign=""))
        4
    """
    present = frozenset(state.balls)
    return max(present)


# What must hold for every state.


def always_right(state: State) -> bool:
    return take_largest_of_set(state) == state.balls[-1]
