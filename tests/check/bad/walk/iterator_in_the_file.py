from tests.toy.state import Path, Pick, State

STEPS = iter(range(9))  # finding: LDC016


def iterator_in_the_file(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> iterator_in_the_file(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return (pick,) * (1 + 0 * next(STEPS))


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return iterator_in_the_file(state, pick) == (pick,)
