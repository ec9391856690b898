from tests.toy.state import Path, Pick, State


def while_true(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball alone.

    Example:
        >>> while_true(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    near = 0
    while True:  # finding: LDC014
        near += 1
    return (pick,)


# What must hold for every state and every ball.


def always_one_stop(state: State, pick: Pick) -> bool:
    return while_true(state, pick) == (pick,)
