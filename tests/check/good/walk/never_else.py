from typing import assert_never

from tests.toy.state import Path, Pick, State


def never_else(state: State, pick: Pick) -> Path:
    """Walk past other balls to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball, twice under a red sign.

    Example:
        >>> never_else(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    match state.sign:
        case "":
            return (pick,)
        case "red":
            return pick, pick
        case other:
            assert_never(other)


# What must hold for every state and every ball.


def always_that(state: State, pick: Pick) -> bool:
    return never_else(state, pick) == ((pick, pick) if state.sign else (pick,))
