from tests.toy.state import Pick, State


def take_first(state: State) -> Pick:
    """Take the ball with the smallest number.

    Use it when there is no sign.

    Args:
        state: What the robot sees.

    Returns:
        The first ball; 1 when none lies there.

    Example:
        >>> take_first(state=State(balls=(2, 4), wind=0, sign=""))
        2
    """
    return state.balls[0] if state.balls else 1


# What must hold for every state.


def always_the_smallest(state: State) -> bool:
    return all(take_first(state) <= ball for ball in sorted(state.balls)[:1])
