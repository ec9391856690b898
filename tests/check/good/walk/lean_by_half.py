from math import isclose

from tests.toy.state import Path, Pick, State


def lean_by_half(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> lean_by_half(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    half = state.wind / 2
    if isclose(half, 1.5):
        return (pick, pick)
    return (pick,)


# What must hold for every state.


def always_right(state: State, pick: Pick) -> bool:
    return lean_by_half(state, pick) == (pick,) * (1 + (state.wind == 3))
