from tests.toy.state import Path, Pick, State


def same_call_twice(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> same_call_twice(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return (pick,)


# What must hold for every state.


def always_right(state: State, pick: Pick) -> bool:  # finding: LDC406
    return same_call_twice(state, pick) == same_call_twice(state, pick)
