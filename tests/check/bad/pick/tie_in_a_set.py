from tests.toy.state import Pick, State


def tie_in_a_set(state: State) -> Pick:
    """Take a ball.

    Use it when there is no sign.

    Args:
        state: What the robot sees.

    Returns:
        A ball that lies there.

    Example:
        >>> tie_in_a_set(state=State(balls=(2, 4), wind=0, sign=""))
        2
    """
    balls = frozenset(state.balls)
    return min(balls, key=lambda ball: abs(ball - 3))  # finding: LDC024


# What must hold for every state.


def always_right(state: State) -> bool:
    return tie_in_a_set(state) in state.balls
