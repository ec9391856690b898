from tests.toy.state import Path, Pick, State


def yielded(state: State, pick: Pick) -> Path:  # finding: LDC201
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> yielded(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    yield (pick,)


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return yielded(state, pick) == (pick,)
