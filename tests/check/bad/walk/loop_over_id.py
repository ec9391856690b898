from tests.toy.state import Path, Pick, State


def loop_over_id(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball alone.

    Example:
        >>> loop_over_id(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    for id in state.balls:  # finding: LDC017
        if id == pick:
            break
    return (pick,)


# What must hold for every state and every ball.


def always_one_stop(state: State, pick: Pick) -> bool:
    return loop_over_id(state, pick) == (pick,)
