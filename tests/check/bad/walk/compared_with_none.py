from tests.toy.state import Path, Pick, State


def compared_with_none(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> compared_with_none(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return (pick,)


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:  # finding: LDC406
    way = compared_with_none(state, pick)
    return way != None or way == ()
