from collections.abc import Sequence

from tests.toy.state import Path, Pick, State


def _way(pick: Pick, before: Sequence[int] = ()) -> Path:
    return (*before, pick)


def default_of_rows(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> default_of_rows(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (2, 4)
    """
    return _way(pick) if state.wind < 0 else _way(pick, state.balls[:1])


# What must hold for every state.


def always_right(state: State, pick: Pick) -> bool:
    return default_of_rows(state, pick) == (
        *state.balls[: 1 if state.wind > -1 else 0],
        pick,
    )
