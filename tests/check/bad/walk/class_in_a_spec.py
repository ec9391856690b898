from tests.toy.state import Path, Pick, State


def class_in_a_spec(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> class_in_a_spec(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return (pick,) if f"{pick:{pick.__class__.__name__!s:.0}}" else ()  # finding: LDC030


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return class_in_a_spec(state, pick) == (pick,)
