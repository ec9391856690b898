from tests.toy.state import Path, Pick, State


def told_in_disorder(state: State, pick: Pick) -> Path:  # finding: LDC301
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        pick: The ball to fetch.
        state: What the robot sees.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> told_in_disorder(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return (pick,)


# What must hold for every state.


def always_right(state: State, pick: Pick) -> bool:
    return told_in_disorder(state, pick) == (pick,)
