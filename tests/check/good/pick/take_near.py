from typing import Annotated

from annotated_types import Ge, Le

from tests.toy.state import Pick, State


def take_near(state: State, near: Annotated[int, Ge(1), Le(5)] | None) -> Pick:
    """Take a ball.

    Use it when there is no sign.

    Args:
        state: What the robot sees.
        near: What to stay near to; optional, None for the first ball.

    Returns:
        A ball that lies there.

    Example:
        >>> take_near(state=State(balls=(2, 4), wind=0, sign=""), near=5)
        4
    """
    if near is None:
        return state.balls[0]
    return min(state.balls, key=lambda ball: (abs(ball - near), ball))


# What must hold for every state.


def always_none_nearer(state: State, near: Annotated[int, Ge(1), Le(5)] | None) -> bool:
    taken = take_near(state, near)
    if near is None:
        return taken == min(state.balls)
    nearer = [b for b in state.balls if abs(b - near) < abs(taken - near)]
    twin = 2 * near - taken
    return (
        taken in state.balls
        and not nearer
        and (twin >= taken or twin not in state.balls)
    )
