from tests.toy.state import Path, Pick, State


def min_is_a_ball(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball alone.

    Example:
        >>> min_is_a_ball(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    min = state.balls[0]  # finding: LDC017
    return (pick,) if min else ()


# What must hold for every state and every ball.


def always_one_stop(state: State, pick: Pick) -> bool:
    return min_is_a_ball(state, pick) == (pick,)
