from tests.toy.state import Path, Pick, State


def starred(state: State, pick: Pick) -> Path:
    """Walk past other balls to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        All balls but the smallest and the largest, then the ball.

    Example:
        >>> starred(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    if len(state.balls) < 3:
        return (pick,)
    _, *middle, _ = state.balls
    return (*middle, pick)


# What must hold for every state and every ball.


def always_that(state: State, pick: Pick) -> bool:
    ends = (min(state.balls), max(state.balls))
    return starred(state, pick) == (*(b for b in state.balls if b not in ends), pick)
