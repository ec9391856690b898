from tests.toy.state import Path, Pick, State


def needless_elif(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> needless_elif(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    if state.wind > 1:
        return (pick, pick)
    elif state.wind < -1:  # finding: LDC021
        return (pick, pick, pick)
    return (pick,)


# What must hold for every state.


def always_right(state: State, pick: Pick) -> bool:
    return needless_elif(state, pick)[-1] == pick
