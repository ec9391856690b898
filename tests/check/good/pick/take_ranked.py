from typing import Annotated

from annotated_types import Ge, Le

from tests.toy.state import Pick, State


def take_ranked(state: State, rank: Annotated[int, Ge(0), Le(3)] = 0) -> Pick:
    """Take a ball.

    Use it when there is no sign.

    Args:
        state: What the robot sees.
        rank: How many balls to pass over, 0 to 3; defaults to 0.

    Returns:
        A ball that lies there.

    Example:
        >>> take_ranked(state=State(balls=(2, 4), wind=0, sign=""), rank=1)
        4
    """
    return state.balls[min(rank, len(state.balls) - 1)]


# What must hold for every state.


def always_right(state: State, rank: Annotated[int, Ge(0), Le(3)]) -> bool:
    taken = take_ranked(state, rank)
    below = sum(ball < taken for ball in state.balls)
    return below == min(rank, len(state.balls) - 1) and taken in state.balls


def always_the_first_by_default(state: State) -> bool:
    return take_ranked(state) == min(state.balls)
