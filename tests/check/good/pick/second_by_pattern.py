from tests.toy.state import Pick, State


def second_by_pattern(state: State) -> Pick:
    """Take one of the balls.

    Use it when there is no sign.

    Args:
        state: What the robot sees.

    Returns:
        The second ball if there is one, else the first.

    Example:
        >>> second_by_pattern(state=State(balls=(2, 4), wind=0, sign=""))
        4
    """
    match state.balls:
        case (_, second, *_):
            return second
        case _:
            return state.balls[0]


# What must hold for every state.


def always_that(state: State) -> bool:
    return second_by_pattern(state) == state.balls[:2][-1]
