from tests.toy.state import Path, Pick, State


def without_property(state: State, pick: Pick) -> Path:  # finding: LDC402
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> without_property(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return (pick,)
