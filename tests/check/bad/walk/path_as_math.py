import os.path as math  # finding: LDC033

from tests.toy.state import Path, Pick, State


def path_as_math(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> path_as_math(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return (pick,) * len(math.sep)


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return path_as_math(state, pick) == (pick,)
