from tests.toy.state import Path, Pick, State


def one_argument_more(state: State, pick: Pick) -> Path:  # finding: LDC308
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> one_argument_more(State(balls=(2, 4), wind=0, sign=""), 4, 2)
        (4,)
    """
    return (pick,)


# What must hold for every state.


def always_right(state: State, pick: Pick) -> bool:
    return one_argument_more(state, pick) == (pick,)
