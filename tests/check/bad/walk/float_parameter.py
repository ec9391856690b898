from typing import Annotated

from annotated_types import Ge, Le

from tests.toy.state import Path, Pick, State


def float_parameter(
    state: State, pick: Pick, share: Annotated[float, Ge(0.0), Le(1.0)]
) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.
        share: How much of the way to walk, 0 to 1.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> float_parameter(state=State(balls=(2, 4), wind=0, sign=""), pick=4, share=0.5)
        (4,)
    """
    if share == 1:  # finding: LDC023
        return (pick, pick)
    return (pick,)


# What must hold for every state.


def always_right(
    state: State, pick: Pick, share: Annotated[float, Ge(0.0), Le(1.0)]
) -> bool:
    return float_parameter(state, pick, share)[-1] == pick
