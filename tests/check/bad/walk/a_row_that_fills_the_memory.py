from tests.toy.state import Path, Pick, State


def a_row_that_fills_the_memory(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> a_row_that_fills_the_memory(state=State(balls=(2, 4), wind=0, sign=""), pick=4)  # finding: LDC101
        (4,)
    """
    row = [pick] * 10**10
    return (row[-1],)


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return a_row_that_fills_the_memory(state, pick) == (pick,)
