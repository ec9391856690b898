from tests.toy.state import Path, Pick, State

LONG = 3

SHORT: int = 1


def climb(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> climb(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return (pick,) * (LONG if state.wind < 0 else SHORT)


# What must hold for every state.


def always_right(state: State, pick: Pick) -> bool:
    path = climb(state, pick)
    return set(path) == {pick} and len(path) == 1 + 2 * (state.wind <= -1)
