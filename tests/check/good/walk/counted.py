from collections import Counter

from tests.toy.state import Path, Pick, State


def counted(state: State, pick: Pick) -> Path:
    """Walk past other balls to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball, once for each even ball, and once more.

    Example:
        >>> counted(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4, 4, 4)
    """
    counts = Counter(ball % 2 for ball in state.balls)
    return (pick,) * (counts[0] + 1)


# What must hold for every state and every ball.


def always_that(state: State, pick: Pick) -> bool:
    return counted(state, pick) == (pick,) * (
        1 + len([b for b in state.balls if b in (2, 4)])
    )
