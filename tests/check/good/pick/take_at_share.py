from typing import Annotated

from annotated_types import Ge, Le

from tests.toy.state import Pick, State


def take_at_share(state: State, share: Annotated[float, Ge(0.0), Le(1.0)]) -> Pick:
    """Take a ball.

    Use it when there is no sign.

    Args:
        state: What the robot sees.
        share: Where in the row, 0 to 1.

    Returns:
        A ball that lies there.

    Example:
        >>> take_at_share(state=State(balls=(2, 4), wind=0, sign=""), share=1.0)
        4
    """
    last = len(state.balls) - 1
    return state.balls[int(share * last)]


# What must hold for every state.


def always_right(state: State, share: Annotated[float, Ge(0.0), Le(1.0)]) -> bool:
    taken = take_at_share(state, share)
    below = sum(ball < taken for ball in state.balls)
    return taken in state.balls and below <= share * (len(state.balls) - 1) < below + 1
