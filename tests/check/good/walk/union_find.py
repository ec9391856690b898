from itertools import pairwise

from tests.toy.state import Path, Pick, State


def union_find(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> union_find(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4, 4)
    """
    parent = {n: n for n in state.balls}

    def root(n: int) -> int:
        while parent[n] != n:
            n = parent[n]
        return n

    for one, other in pairwise(state.balls):
        if other - one == 1:
            parent[root(other)] = root(one)
    return (root(pick), pick)


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return (
        union_find(state, pick)[1] == pick
        and set(range(union_find(state, pick)[0], pick)) <= set(state.balls)
        and union_find(state, pick)[0] - 1 not in state.balls
    )
