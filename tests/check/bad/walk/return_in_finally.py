from tests.toy.state import Path, Pick, State


def return_in_finally(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball alone.

    Example:
        >>> return_in_finally(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    try:
        near = state.balls.index(pick)
    finally:
        return (pick,)  # finding: LDC015


# What must hold for every state and every ball.


def always_one_stop(state: State, pick: Pick) -> bool:
    return return_in_finally(state, pick) == (pick,)
