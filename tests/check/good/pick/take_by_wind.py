from tests.toy.state import Pick, State


def take_by_wind(state: State) -> Pick:
    """Take a ball.

    Use it when there is no sign.

    Args:
        state: What the robot sees.

    Returns:
        A ball that lies there.

    Example:
        >>> take_by_wind(state=State(balls=(2, 4), wind=0, sign=""))
        2
    """
    # Both ways go on below, so the `else` is needed.
    return state.balls[-1] if state.wind > 0 else state.balls[0]


# What must hold for every state.


def always_right(state: State) -> bool:
    return take_by_wind(state) == (max if state.wind > 0 else min)(state.balls)
