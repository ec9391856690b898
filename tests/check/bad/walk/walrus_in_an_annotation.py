from tests.toy.state import Path, Pick, State


def _near(ball: (kind := int)) -> bool:  # finding: LDC016
    return ball > 3


def walrus_in_an_annotation(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball alone.

    Example:
        >>> walrus_in_an_annotation(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return (pick,) if kind else ()


# What must hold for every state and every ball.


def always_one_stop(state: State, pick: Pick) -> bool:
    return walrus_in_an_annotation(state, pick) == (pick,)
