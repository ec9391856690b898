from typing import Annotated

from annotated_types import Ge, Le, MultipleOf

from tests.toy.state import Path, Pick, State


def a_float_in_a_dict_key(
    state: State, pick: Pick, gap: Annotated[float, Ge(0), Le(1), MultipleOf(0.1)]
) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.
        gap: The gap, 0 to 1.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> a_float_in_a_dict_key(state=State(balls=(2, 4), wind=0, sign=""), pick=4, gap=0.5)
        (4,)
    """
    table = {0.5: (pick,)}
    return table.get(gap, (pick, pick))  # finding: LDC023


# What must hold for every state and every ball.


def always_the_way(
    state: State, pick: Pick, gap: Annotated[float, Ge(0), Le(1), MultipleOf(0.1)]
) -> bool:
    return len(a_float_in_a_dict_key(state, pick, gap)) == (
        1 if abs(gap - 0.5) < 0.01 else 2
    )
