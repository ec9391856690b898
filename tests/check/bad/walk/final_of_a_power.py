from typing import Final
from tests.toy.state import Path, Pick, State


def final_of_a_power(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball alone.

    Example:
        >>> final_of_a_power(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    steps: Final = 10**10  # finding: LDC010
    return (pick,) if steps else ()


# What must hold for every state and every ball.


def always_one_stop(state: State, pick: Pick) -> bool:
    return final_of_a_power(state, pick) == (pick,)
