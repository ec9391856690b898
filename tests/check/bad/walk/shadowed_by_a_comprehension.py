from tests.toy.state import Path, Pick, State


def shadowed_by_a_comprehension(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> shadowed_by_a_comprehension(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return tuple(max for max in (pick,))  # finding: LDC017


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return shadowed_by_a_comprehension(state, pick) == (pick,)
