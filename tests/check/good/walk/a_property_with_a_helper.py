from itertools import pairwise

from tests.toy.state import Path, Pick, State


def _rises(way: Path) -> bool:
    """Say whether it rises."""
    return all(one < other for one, other in pairwise(way))


def a_property_with_a_helper(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> a_property_with_a_helper(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (2, 4)
    """
    return (*(n for n in state.balls if n < pick), pick)


# What must hold for every state and every ball.


def always_rising(state: State, pick: Pick) -> bool:
    return _rises(a_property_with_a_helper(state, pick))


def always_all_that_are_smaller(state: State, pick: Pick) -> bool:
    return len(a_property_with_a_helper(state, pick)) == 1 + sum(
        n < pick for n in state.balls
    )
