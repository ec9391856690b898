from tests.toy.state import Path, Pick, State


def untold_argument(state: State, pick: Pick) -> Path:  # finding: LDC301
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> untold_argument(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return (pick,)


# What must hold for every state.


def always_right(state: State, pick: Pick) -> bool:
    return untold_argument(state, pick) == (pick,)
