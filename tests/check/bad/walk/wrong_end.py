from typing import Annotated

from annotated_types import Ge, Le

from tests.toy.state import Path, Pick, State


def wrong_end(  # finding: LDC308
    state: State, pick: Pick, steps: Annotated[int, Ge(1), Le(3)]
) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.
        steps: 1 to 4, how many
            steps to take.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> wrong_end(state=State(balls=(2, 4), wind=0, sign=""), pick=4, steps=2)
        (4, 4)
    """
    return (pick,) * steps


# What must hold for every state.


def always_right(state: State, pick: Pick, steps: Annotated[int, Ge(1), Le(3)]) -> bool:
    return wrong_end(state, pick, steps) == (pick,) * steps
