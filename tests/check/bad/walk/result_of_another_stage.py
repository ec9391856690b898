from tests.toy.state import Pick, State


def result_of_another_stage(state: State, pick: Pick) -> Pick:  # finding: LDC204
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> result_of_another_stage(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        4
    """
    return pick


# What must hold for every state.


def always_right(state: State, pick: Pick) -> bool:
    return result_of_another_stage(state, pick) == pick
