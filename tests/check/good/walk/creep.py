from tests.toy.state import Path, Pick, State


def _steps(wind: int) -> int:
    return 1 + _strength(wind)


def _strength(wind: int) -> int:
    return abs(wind)


def creep(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> creep(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return (pick,) * _steps(state.wind)


# What must hold for every state.


def always_right(state: State, pick: Pick) -> bool:
    return creep(state, pick) == (pick,) * (max(state.wind, -state.wind) + 1)
