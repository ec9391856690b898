from tests.toy.state import Path, Pick, State


def encoded(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball alone.

    Example:
        >>> encoded(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return (pick,) if state.sign.encodes() else (pick,)  # finding: LDC013


# What must hold for every state and every ball.


def always_one_stop(state: State, pick: Pick) -> bool:
    return encoded(state, pick) == (pick,)
