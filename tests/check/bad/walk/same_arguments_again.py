from tests.toy.state import Path, Pick, State


def _down(ball: int, least: int) -> int:
    if ball <= least:
        return ball
    return _down(ball, least)  # finding: LDC019


def same_arguments_again(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball alone.

    Example:
        >>> same_arguments_again(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return (_down(pick, 0),)


# What must hold for every state and every ball.


def always_one_stop(state: State, pick: Pick) -> bool:
    return same_arguments_again(state, pick) == (pick,)
