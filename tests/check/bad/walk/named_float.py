from tests.toy.state import Path, Pick, State


def named_float(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> named_float(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    third = state.wind / 3
    near = -third
    if pick == 2 or near == 1:  # finding: LDC023
        return (pick, pick)
    return (pick,)


# What must hold for every state.


def always_right(state: State, pick: Pick) -> bool:
    return named_float(state, pick)[-1] == pick
