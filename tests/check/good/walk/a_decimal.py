from decimal import ROUND_UP, Decimal
from typing import Annotated

from annotated_types import Ge, Le

from tests.toy.state import Path, Pick, State


def a_decimal(state: State, pick: Pick, steps: Annotated[int, Ge(1), Le(3)]) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.
        steps: How many steps to take, 1 to 3.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> a_decimal(state=State(balls=(2, 4), wind=0, sign=""), pick=4, steps=2)
        (4,)
    """
    return (pick,) * int((Decimal(steps) / 2).quantize(Decimal(1), rounding=ROUND_UP))


# What must hold for every state and every ball.


def always_the_way(
    state: State, pick: Pick, steps: Annotated[int, Ge(1), Le(3)]
) -> bool:
    return len(a_decimal(state, pick, steps)) == {1: 1, 2: 1, 3: 2}[steps] and set(
        a_decimal(state, pick, steps)
    ) == {pick}
