from functools import cache

from tests.toy.state import Path, Pick, State


@cache
def _row(pick: Pick) -> list[Pick]:
    """Start a row."""
    return [pick]


def a_cache_of_lists_changed(state: State, pick: Pick) -> Path:  # finding: LDC104
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> a_cache_of_lists_changed(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4, 4)
    """
    row = _row(pick)
    row.append(pick)
    return tuple(row)


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return len(a_cache_of_lists_changed(state, pick)) >= 2
