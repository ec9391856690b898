from collections.abc import Mapping

from tests.toy.state import Path, Pick, State


def _way(pick: Pick, before: Mapping[int, int] = {}) -> Path:  # finding: LDC107
    return (*before, pick)


def dict_as_default(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> dict_as_default(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return _way(pick)


# What must hold for every state.


def always_right(state: State, pick: Pick) -> bool:
    return dict_as_default(state, pick) == (pick,)
