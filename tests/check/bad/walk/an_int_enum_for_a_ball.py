from enum import IntEnum

from tests.toy.state import Path, Pick, State


class _Ball(IntEnum):
    """A ball."""

    ONE = 1


def an_int_enum_for_a_ball(state: State, pick: Pick) -> Path:  # finding: LDC102
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> an_int_enum_for_a_ball(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (<_Ball.ONE: 1>, 4)
    """
    return (_Ball.ONE, pick)


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return an_int_enum_for_a_ball(state, pick)[-1] == pick
