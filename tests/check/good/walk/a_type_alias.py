from typing import Annotated, TypeAlias

from annotated_types import Ge, Le

from tests.toy.state import Path, Pick, State

Steps: TypeAlias = Annotated[int, Ge(1), Le(3)]


def a_type_alias(state: State, pick: Pick, steps: Steps) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.
        steps: How many steps to take, 1 to 3.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> a_type_alias(state=State(balls=(2, 4), wind=0, sign=""), pick=4, steps=2)
        (4, 4)
    """
    return (pick,) * steps


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick, steps: Steps) -> bool:
    return len(a_type_alias(state, pick, steps)) == steps and set(
        a_type_alias(state, pick, steps)
    ) == {pick}
