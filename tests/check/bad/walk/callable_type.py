from collections.abc import Callable

from tests.toy.state import Path, Pick, State


def callable_type(
    state: State,
    pick: Pick,
    steps: Callable[[int], int],  # finding: LDC202
) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.
        steps: How many steps to take.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> callable_type(state=State(balls=(2, 4), wind=0, sign=""), pick=4, steps=abs)
        (4,)
    """
    return (pick,) if steps else (pick, pick)


# What must hold for every state.


def always_right(state: State, pick: Pick) -> bool:
    return callable_type(state, pick, abs)[-1] == pick
