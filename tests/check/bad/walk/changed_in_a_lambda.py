from tests.toy.state import Path, Pick, State


def changed_in_a_lambda(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball alone.

    Example:
        >>> changed_in_a_lambda(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    grow = lambda balls: balls.clear()  # finding: LDC018
    return (pick,) if grow([pick]) is None else ()


# What must hold for every state and every ball.


def always_one_stop(state: State, pick: Pick) -> bool:
    return changed_in_a_lambda(state, pick) == (pick,)
