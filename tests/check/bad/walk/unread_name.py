from itertools import chain, pairwise  # finding: LDC026

from tests.toy.state import Path, Pick, State


def unread_name(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> unread_name(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return tuple(chain((pick,)))


# What must hold for every state.


def always_right(state: State, pick: Pick) -> bool:
    return unread_name(state, pick) == (pick,)
