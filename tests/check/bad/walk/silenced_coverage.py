from tests.toy.state import Path, Pick, State


def silenced_coverage(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball alone.

    Example:
        >>> silenced_coverage(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    if state.wind:  # pragma: no cover  # finding: LDC004
        return (pick,)
    return (pick,)


# What must hold for every state and every ball.


def always_one_stop(state: State, pick: Pick) -> bool:
    return silenced_coverage(state, pick) == (pick,)
