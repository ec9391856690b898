from tests.toy.state import Path, Pick, State


def fall_through(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> fall_through(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4, 4)
    """
    steps = 1
    if state.wind > 1:
        steps = 3
    elif state.wind < -1:
        return (pick, pick)
    else:
        steps += 0 if state.sign else 1
    return (pick,) * steps


# What must hold for every state.


def always_right(state: State, pick: Pick) -> bool:
    return fall_through(state, pick) == (pick,) * (
        3 if state.wind >= 2 else 1 if state.sign and state.wind >= -1 else 2
    )
