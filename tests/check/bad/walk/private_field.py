from tests.toy.state import Path, Pick, State


def private_field(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball alone.

    Example:
        >>> private_field(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return (pick,) if state._seen else ()  # finding: LDC030


# What must hold for every state and every ball.


def always_one_stop(state: State, pick: Pick) -> bool:
    return private_field(state, pick) == (pick,)
