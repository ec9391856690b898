from tests.toy.state import Path, Pick, State


def match_on_the_state(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> match_on_the_state(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    match state:
        case State(balls=(only,)) if only == pick:
            return (only,)
        case State(sign="red" | ""):
            return (pick,)


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return match_on_the_state(state, pick) == (pick,)
