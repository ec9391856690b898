from tests.toy.state import Path, Pick, State


def property_of_two_names(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> property_of_two_names(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return (pick,)


# What must hold for every state and every ball.


def always_the_way(state: State, path: Pick) -> bool:  # finding: LDC203
    return property_of_two_names(state, path) == (path,)
