from tests.toy.state import Path, Pick, State


def _one(pick: Pick) -> Path:
    return (pick,) * STEPS


STEPS = 1  # finding: LDC020


def late_constant(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> late_constant(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return _one(pick)


# What must hold for every state.


def always_right(state: State, pick: Pick) -> bool:
    return late_constant(state, pick) == (pick,)
