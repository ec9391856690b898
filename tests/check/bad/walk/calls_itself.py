from tests.toy.state import Path, Pick, State


def _down(ball: int) -> int:  # finding: LDC019
    return _down(ball - 1)


def calls_itself(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball alone.

    Example:
        >>> calls_itself(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return (_down(pick),)


# What must hold for every state and every ball.


def always_one_stop(state: State, pick: Pick) -> bool:
    return calls_itself(state, pick) == (pick,)
