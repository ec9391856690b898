from typing import Annotated

from annotated_types import Ge, Le

from tests.toy.state import Pick, State


def take_between(
    state: State,
    ends: tuple[Annotated[int, Ge(1), Le(5)], Annotated[int, Ge(1), Le(5)]],
) -> Pick:
    """Take a ball.

    Use it when there is no sign.

    Args:
        state: What the robot sees.
        ends: The least and the greatest number to take, 1 to 5 each.

    Returns:
        A ball that lies there.

    Example:
        >>> take_between(state=State(balls=(2, 4), wind=0, sign=""), ends=(3, 5))
        4
    """
    low, high = ends
    fitting = [ball for ball in state.balls if low <= ball <= high]
    return fitting[0] if fitting else state.balls[-1]


# What must hold for every state.


def always_right(
    state: State,
    ends: tuple[Annotated[int, Ge(1), Le(5)], Annotated[int, Ge(1), Le(5)]],
) -> bool:
    fitting = set(state.balls).intersection(range(ends[0], ends[1] + 1))
    return take_between(state, ends) == min(fitting, default=max(state.balls))
