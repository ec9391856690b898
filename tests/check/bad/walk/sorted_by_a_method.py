from tests.toy.state import Path, Pick, State


def sorted_by_a_method(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball alone.

    Example:
        >>> sorted_by_a_method(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    push = state.balls.sort  # finding: LDC018
    push()
    return (pick,)


# What must hold for every state and every ball.


def always_one_stop(state: State, pick: Pick) -> bool:
    return sorted_by_a_method(state, pick) == (pick,)
