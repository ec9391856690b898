from typing import Final

from tests.toy.state import Path, Pick, State

ONE: Final = 1
_WINDS = (2, 3)
_STRONG = frozenset(_WINDS)
TIMES: int = ONE + 2 * ONE


def constants(state: State, pick: Pick) -> Path:
    """Walk past other balls to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball, three times against a wind that is one of the strong ones.

    Example:
        >>> constants(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return (pick,) * (TIMES if state.wind in _STRONG else ONE)


# What must hold for every state and every ball.


def always_that(state: State, pick: Pick) -> bool:
    return constants(state, pick) == (pick,) * (3 if state.wind > 1 else 1)
