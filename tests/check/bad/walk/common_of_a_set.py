from collections import Counter

from tests.toy.state import Path, Pick, State


def common_of_a_set(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> common_of_a_set(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (2,)
    """
    votes = Counter(frozenset(state.balls))
    return (votes.most_common(1)[0][0],)  # finding: LDC024


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return common_of_a_set(state, pick) == (pick,)
