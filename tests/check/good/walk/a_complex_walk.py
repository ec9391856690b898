from typing import Annotated

from annotated_types import Ge, Le

from tests.toy.state import Path, Pick, State


def a_complex_walk(
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
        >>> a_complex_walk(state=State(balls=(2, 4), wind=0, sign=""), pick=4, steps=2)
        (4, 4)
    """
    at = 0j
    for _ in range(steps):
        at += 1j
    return (pick,) * round(at.imag)


# What must hold for every state and every ball.


def always_the_way(
    state: State, pick: Pick, steps: Annotated[int, Ge(1), Le(3)]
) -> bool:
    return len(a_complex_walk(state, pick, steps)) == steps and set(
        a_complex_walk(state, pick, steps)
    ) == {pick}
