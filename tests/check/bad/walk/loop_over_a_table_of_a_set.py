from tests.toy.state import Path, Pick, State


def loop_over_a_table_of_a_set(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> loop_over_a_table_of_a_set(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (2, 4)
    """
    path: Path = ()
    for ball in dict.fromkeys(set(state.balls)):  # finding: LDC024
        path += (ball,)
    return path


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return loop_over_a_table_of_a_set(state, pick) == (pick,)
