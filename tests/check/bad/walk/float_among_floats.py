from tests.toy.state import Path, Pick, State


def float_among_floats(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> float_among_floats(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return (pick,) if state.wind / 2 in (0.5, 1.5) or pick else ()  # finding: LDC023


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return float_among_floats(state, pick) == (pick,)
