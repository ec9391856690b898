from tests.toy.state import Path, Pick, State


def told_twice(state: State, pick: Pick) -> Path:  # finding: LDC301
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.
        pick: The same ball.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> told_twice(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return (pick,)


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return told_twice(state, pick) == (pick,)
