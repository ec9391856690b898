from tests.toy.state import Path, Pick, State


def a_for_over_a_list_that_grows(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> a_for_over_a_list_that_grows(state=State(balls=(2, 4), wind=0, sign=""), pick=4)  # finding: LDC105
        (4,)
    """
    row = [pick]
    for one in row:
        row.append(one)
    return tuple(row)


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return a_for_over_a_list_that_grows(state, pick) == (pick,)
