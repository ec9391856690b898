from typing import Final

from tests.toy.state import Path, Pick, State

ONE: Final = 1


def final_constant(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> final_constant(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return (pick,) * ONE


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return final_constant(state, pick) == (pick,)
