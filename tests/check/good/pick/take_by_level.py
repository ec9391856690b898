from typing import Literal

from tests.toy.state import Pick, State


def take_by_level(state: State, level: Literal["low", "high"]) -> Pick:
    """Take a ball.

    Use it when there is no sign.

    Args:
        state: What the robot sees.
        level: Which end to take from.

    Returns:
        A ball that lies there.

    Example:
        >>> take_by_level(state=State(balls=(2, 4), wind=0, sign=""), level="high")
        4
    """
    if level == "low":
        return state.balls[0]
    return state.balls[-1]


# What must hold for every state.


def always_right(state: State, level: Literal["low", "high"]) -> bool:
    return take_by_level(state, level) == (min if level == "low" else max)(state.balls)
