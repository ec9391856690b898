from tests.toy.state import Pick, State


def result_to_come(state: State, pick: Pick) -> Pick:  # finding: LDC203
    """Take a ball.

    Use it when there is no sign.

    Args:
        state: What the robot sees.
        pick: A ball.

    Returns:
        A ball that lies there.

    Example:
        >>> result_to_come(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        4
    """
    return pick


# What must hold for every state.


def always_right(state: State, pick: Pick) -> bool:
    return result_to_come(state, pick) == pick
