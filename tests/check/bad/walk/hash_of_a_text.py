from tests.toy.state import Path, Pick, State


def hash_of_a_text(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball alone.

    Example:
        >>> hash_of_a_text(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return (pick,) if hash(state.sign) else (pick,)  # finding: LDC103


# What must hold for every state and every ball.


def always_one_stop(state: State, pick: Pick) -> bool:
    return hash_of_a_text(state, pick) == (pick,)
