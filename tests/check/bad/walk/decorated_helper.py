from functools import partial
from tests.toy.state import Path, Pick, State


@partial  # finding: LDC010
def _near(ball: int) -> int:
    return ball + 1


def decorated_helper(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball alone.

    Example:
        >>> decorated_helper(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return (pick,)


# What must hold for every state and every ball.


def always_one_stop(state: State, pick: Pick) -> bool:
    return decorated_helper(state, pick) == (pick,)
