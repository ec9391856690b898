from typing import Annotated

from annotated_types import Ge, Le

from tests.toy.state import Path, Pick, State


def brace(state: State, pick: Pick, steps: Annotated[int, Ge(1), Le(3)]) -> Path:
    """Lean into the wind and reach the ball in small steps.

    Use it when the wind is strong.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.
        steps: How many steps to take, 1 to 3.

    Returns:
        The ball, once for each step.

    Example:
        >>> brace(state=State(balls=(2, 4), wind=3, sign=""), pick=4, steps=2)
        (4, 4)
    """
    return (pick,) * steps


# What must hold for every state, every ball and every number of steps.


def always_as_many_steps(
    state: State, pick: Pick, steps: Annotated[int, Ge(1), Le(3)]
) -> bool:
    return len(brace(state, pick, steps)) == steps
