from typing import Annotated

from annotated_types import Ge

from tests.toy.state import Path, Pick, State


def half_bounded(  # finding: LDC202
    state: State, pick: Pick, steps: Annotated[int, Ge(1)]
) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.
        steps: How many steps to take.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> half_bounded(state=State(balls=(2, 4), wind=0, sign=""), pick=4, steps=2)
        (4,)
    """
    return (pick,) if steps else (pick, pick)


# What must hold for every state.


def always_right(state: State, pick: Pick) -> bool:
    return half_bounded(state, pick, 2)[-1] == pick
