from tests.toy.state import Path, Pick, State


def _down(ball: int) -> int:  # finding: LDC019
    if False:
        return ball
    return _down(ball - 1)


def dead_base_case(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball alone.

    Example:
        >>> dead_base_case(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return (_down(pick),)


# What must hold for every state and every ball.


def always_one_stop(state: State, pick: Pick) -> bool:
    return dead_base_case(state, pick) == (pick,)
