from tests.toy.state import Path, Pick, State


def without_condition(state: State, pick: Pick) -> Path:  # finding: LDC307
    """Walk to the ball.

    It walks.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> without_condition(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return (pick,)


# What must hold for every state.


def always_right(state: State, pick: Pick) -> bool:
    return without_condition(state, pick) == (pick,)
