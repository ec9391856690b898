from tests.toy.state import Path, Pick, State


def _one(pick: Pick, _wind: int) -> Path:
    return (pick,)


def turn_set_free(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> turn_set_free(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return _one(pick, state.wind)


# What must hold for every state.


def always_right(state: State, pick: Pick, _other: bool) -> bool:
    return turn_set_free(state, pick) == (pick,)
