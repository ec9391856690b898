from tests.toy.state import Path, Pick, State


def pattern_of_a_dunder(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> pattern_of_a_dunder(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    match state:
        case State(__class__=kind):  # finding: LDC030
            return (pick,) if kind else ()
        case _:
            return (pick,)


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return pattern_of_a_dunder(state, pick) == (pick,)
