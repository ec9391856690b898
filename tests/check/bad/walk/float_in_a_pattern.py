from tests.toy.state import Path, Pick, State


def float_in_a_pattern(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> float_in_a_pattern(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    match state.wind / 2:
        case 0.5:  # finding: LDC023
            return (pick,)
        case _:
            return (pick,)


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return float_in_a_pattern(state, pick) == (pick,)
