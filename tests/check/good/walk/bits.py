from tests.toy.state import Path, Pick, State


def bits(state: State, pick: Pick) -> Path:
    """Walk past other balls to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The other balls, the smallest first, then the ball.

    Example:
        >>> bits(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (2, 4)
    """
    mask = 0
    for ball in state.balls:
        mask |= 1 << ball
    mask &= ~(1 << pick)
    return (*(ball for ball in range(1, 6) if mask >> ball & 1), pick)


# What must hold for every state and every ball.


def always_that(state: State, pick: Pick) -> bool:
    return bits(state, pick) == (*(b for b in state.balls if b != pick), pick)
