from tests.toy.state import Path, Pick, State


def told_of_nothing(state: State, pick: Pick) -> Path:  # finding: LDC301
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.
        speed: How fast to walk.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> told_of_nothing(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return (pick,)


# What must hold for every state.


def always_right(state: State, pick: Pick) -> bool:
    return told_of_nothing(state, pick) == (pick,)
