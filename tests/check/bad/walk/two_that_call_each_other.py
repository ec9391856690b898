from tests.toy.state import Path, Pick, State

def _left(ball: int) -> Path:  # finding: LDC019
    return _right(ball)


def _right(ball: int) -> Path:  # finding: LDC019
    return _left(ball)


def two_that_call_each_other(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> two_that_call_each_other(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return _left(pick)


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return two_that_call_each_other(state, pick) == (pick,)
