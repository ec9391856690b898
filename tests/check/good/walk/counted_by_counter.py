from collections import Counter

from tests.toy.state import Path, Pick, State


def counted_by_counter(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> counted_by_counter(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    votes = Counter(ball for ball in state.balls if ball == pick)
    return tuple(votes.elements())


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return counted_by_counter(state, pick) == (pick,)
