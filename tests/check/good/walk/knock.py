from typing import Literal

from tests.toy.state import Path, Pick, State


def knock(state: State, pick: Pick, times: Literal[1, 2, 4]) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.
        times: How often to knock; one of 1, 2 and 4.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> knock(state=State(balls=(2, 4), wind=0, sign=""), pick=4, times=2)
        (4, 4)
    """
    return (pick,) * times


# What must hold for every state.


def always_right(state: State, pick: Pick, times: Literal[1, 2, 4]) -> bool:
    path = knock(state, pick, times)
    return path.count(pick) == len(path) == times
