from typing import Annotated

from annotated_types import Ge, Le

from tests.toy.state import Path, Pick, State


def closure_counter(
    state: State, pick: Pick, steps: Annotated[int, Ge(1), Le(3)]
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
        >>> closure_counter(state=State(balls=(2, 4), wind=0, sign=""), pick=4, steps=2)
        (4, 4)
    """
    count = 0

    def step() -> Pick:
        nonlocal count
        count += 1
        return pick

    way: list[Pick] = []
    while count < steps:
        way.append(step())
    return tuple(way)


# What must hold for every state and every ball.


def always_the_way(
    state: State, pick: Pick, steps: Annotated[int, Ge(1), Le(3)]
) -> bool:
    return len(closure_counter(state, pick, steps)) == steps and set(
        closure_counter(state, pick, steps)
    ) == {pick}
