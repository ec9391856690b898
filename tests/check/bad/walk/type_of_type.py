from tests.toy.state import Path, Pick, State


def type_of_type(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball alone.

    Example:
        >>> type_of_type(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    kind = type(pick)  # finding: LDC011
    return (kind(pick),)


# What must hold for every state and every ball.


def always_one_stop(state: State, pick: Pick) -> bool:
    return type_of_type(state, pick) == (pick,)
