from tests.toy.state import Path, Pick, State


def _near(ball: max(int, key=len)) -> bool:  # finding: LDC016
    return ball > 2


def annotation_that_runs(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball alone.

    Example:
        >>> annotation_that_runs(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return (pick,) if _near(pick) else (pick,)


# What must hold for every state and every ball.


def always_one_stop(state: State, pick: Pick) -> bool:
    return annotation_that_runs(state, pick) == (pick,)
