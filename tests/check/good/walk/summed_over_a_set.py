from functools import reduce

from tests.toy.state import Path, Pick, State


def summed_over_a_set(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> summed_over_a_set(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    total = reduce(lambda one, two: one + two, set(state.balls), 0)
    rest = sum(ball for ball in state.balls if ball != pick)
    return (total - rest,)


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return summed_over_a_set(state, pick) == (pick,)
