from typing import Annotated

from annotated_types import Ge, Le

from tests.toy.state import Path, Pick, State


def told_by_hyphens(
    state: State, pick: Pick, steps: Annotated[int, Ge(1), Le(3)]
) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.
        steps: How many steps to take, 1-3; each takes 4-5 seconds.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> told_by_hyphens(state=State(balls=(2, 4), wind=0, sign=""), pick=4, steps=1)
        (4,)
    """
    return (pick,) * steps


# What must hold for every state and every ball.


def always_the_way(
    state: State, pick: Pick, steps: Annotated[int, Ge(1), Le(3)]
) -> bool:
    return told_by_hyphens(state, pick, steps) == (pick,) * steps
