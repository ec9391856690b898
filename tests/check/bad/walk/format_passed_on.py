from tests.toy.state import Path, Pick, State


def format_passed_on(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball alone.

    Example:
        >>> format_passed_on(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    tell = "{0.balls}".format  # finding: LDC032
    return (pick,) if tell(state) else ()


# What must hold for every state and every ball.


def always_one_stop(state: State, pick: Pick) -> bool:
    return format_passed_on(state, pick) == (pick,)
