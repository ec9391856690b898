from tests.toy.state import Path, Pick, State


def row_of_a_copy(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball alone.

    Example:
        >>> row_of_a_copy(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    rows = list((state.balls, state.balls))
    rows[0].append(pick)  # finding: LDC018
    return (pick,)


# What must hold for every state and every ball.


def always_one_stop(state: State, pick: Pick) -> bool:
    return row_of_a_copy(state, pick) == (pick,)
