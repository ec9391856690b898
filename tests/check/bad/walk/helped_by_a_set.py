from tests.toy.state import Path, Pick, State


def _row(balls: frozenset[int]) -> Path:
    return tuple(balls)  # finding: LDC024


def helped_by_a_set(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> helped_by_a_set(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (2, 4, 4)
    """
    return (*_row(frozenset(state.balls)), pick)


# What must hold for every state.


def always_right(state: State, pick: Pick) -> bool:
    return helped_by_a_set(state, pick)[-1] == pick
