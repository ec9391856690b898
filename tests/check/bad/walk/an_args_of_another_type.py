from typing import Annotated

from annotated_types import Ge, Le

from tests.toy.state import Path, Pick, State


def an_args_of_another_type(  # finding: LDC308
    state: State, pick: Pick, steps: Annotated[int, Ge(1), Le(3)]
) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.
        steps (str): How many steps, 1 to 3.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> an_args_of_another_type(state=State(balls=(2, 4), wind=0, sign=""), pick=4, steps=2)
        (4, 4)
    """
    return (pick,) * steps


# What must hold for every state and every ball.


def always_the_way(
    state: State, pick: Pick, steps: Annotated[int, Ge(1), Le(3)]
) -> bool:
    return len(an_args_of_another_type(state, pick, steps)) == steps
