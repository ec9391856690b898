from collections.abc import Sequence

from tests.toy.state import Path, Pick, State


def _way(pick: Pick, before: Sequence[int] = []) -> Path:  # finding: LDC107
    return (*before, pick)


def list_as_default(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> list_as_default(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return _way(pick)


# What must hold for every state.


def always_right(state: State, pick: Pick) -> bool:
    return list_as_default(state, pick) == (pick,)
