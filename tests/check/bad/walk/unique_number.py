from uuid import uuid4  # finding: LDC103

from tests.toy.state import Path, Pick, State


def unique_number(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> unique_number(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return (pick,) if uuid4() else ()


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return unique_number(state, pick) == (pick,)
