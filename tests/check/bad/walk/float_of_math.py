from math import hypot

from tests.toy.state import Path, Pick, State


def float_of_math(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> float_of_math(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    if hypot(state.wind, pick) == 5:  # finding: LDC023
        return (pick, pick)
    return (pick,)


# What must hold for every state.


def always_right(state: State, pick: Pick) -> bool:
    return float_of_math(state, pick)[-1] == pick
