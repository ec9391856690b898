from tests.toy.state import Path, Pick, State


def except_base_in_a_tuple(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball alone.

    Example:
        >>> except_base_in_a_tuple(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    try:
        return (state.balls[state.balls.index(pick)],)
    except (ValueError, BaseException):  # finding: LDC015
        return (pick,)


# What must hold for every state and every ball.


def always_one_stop(state: State, pick: Pick) -> bool:
    return except_base_in_a_tuple(state, pick) == (pick,)
