from tests.toy.state import Path, Pick, State


def pattern_of_a_foreign_field(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball alone.

    Example:
        >>> pattern_of_a_foreign_field(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    match state:
        case State(size=_):  # finding: LDC013
            return (pick,)
    return (pick,)


# What must hold for every state and every ball.


def always_one_stop(state: State, pick: Pick) -> bool:
    return pattern_of_a_foreign_field(state, pick) == (pick,)
