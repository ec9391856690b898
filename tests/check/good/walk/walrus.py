from tests.toy.state import Path, Pick, State


def walrus(state: State, pick: Pick) -> Path:
    """Walk past other balls to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball, once more for each ball beyond the second.

    Example:
        >>> walrus(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    if (more := len(state.balls) - 2) > 0:
        return (pick,) * (more + 1)
    return (pick,)


# What must hold for every state and every ball.


def always_that(state: State, pick: Pick) -> bool:
    return walrus(state, pick) == (pick,) * max(1, len(state.balls) - 1)
