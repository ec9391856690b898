from typing import Annotated

from annotated_types import Ge, Le

from tests.toy.state import Path, Pick, State


def an_unused_parameter_in_a_dead_local(
    state: State, pick: Pick, steps: Annotated[int, Ge(1), Le(3)]  # finding: LDC025
) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.
        steps: How many steps to take, 1 to 3.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> an_unused_parameter_in_a_dead_local(state=State(balls=(2, 4), wind=0, sign=""), pick=4, steps=2)
        (4, 4)
    """
    turns = steps + 1
    return (pick, pick)


# What must hold for every state and every ball.


def always_the_way(
    state: State, pick: Pick, steps: Annotated[int, Ge(1), Le(3)]
) -> bool:
    return set(an_unused_parameter_in_a_dead_local(state, pick, steps)) == {pick}
