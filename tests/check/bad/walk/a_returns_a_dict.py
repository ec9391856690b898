from tests.toy.state import Path, Pick, State


def a_returns_a_dict(state: State, pick: Pick) -> Path:  # finding: LDC308
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        A dictionary from ball to distance.

    Example:
        >>> a_returns_a_dict(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return (pick,)


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return a_returns_a_dict(state, pick) == (pick,)
