from tests.toy.state import Path, Pick, State


def hypothesis_first(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> hypothesis_first(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return (pick, pick) if state.wind > 0 else (pick,)


# What must hold for every state and every ball.


def always_twice_in_wind(state: State, pick: Pick) -> bool:
    if not state.wind > 0:
        return True
    return hypothesis_first(state, pick) == (pick, pick)


def always_once_without(state: State, pick: Pick) -> bool:
    if state.wind > 0:
        return True
    return hypothesis_first(state, pick) == (pick,)
