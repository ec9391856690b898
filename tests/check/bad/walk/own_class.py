from tests.toy.state import Path, Pick, State


def own_class(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball alone.

    Example:
        >>> own_class(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    class Plan(tuple):  # finding: LDC036
        steps = 1

    return (pick,)


# What must hold for every state and every ball.


def always_one_stop(state: State, pick: Pick) -> bool:
    return own_class(state, pick) == (pick,)
