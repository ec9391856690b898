from tests.toy.state import Path, Pick, State


def _some_odd(balls: frozenset[int]) -> bool:
    return any(ball % 2 == 1 for ball in balls)


def any_odd(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> any_odd(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return (pick, pick) if _some_odd(frozenset(state.balls)) else (pick,)


# What must hold for every state.


def always_right(state: State, pick: Pick) -> bool:
    return any_odd(state, pick) == (pick,) * (
        1 + any(ball in (1, 3, 5) for ball in state.balls)
    )
