from tests.toy.state import Path, Pick, State


def match_sign(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> match_sign(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    match state.sign:
        case "red":
            steps = 2
        case _:
            steps = 1
    return (pick,) * steps


# What must hold for every state.


def always_right(state: State, pick: Pick) -> bool:
    return match_sign(state, pick) == ((pick, pick) if state.sign else (pick,))
