from functools import reduce

from tests.toy.state import Path, Pick, State


def folded_into_a_text(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> folded_into_a_text(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    text = reduce(lambda one, two: one * 10 + two, set(state.balls), 0)  # finding: LDC024
    return (int(str(text)[-1]),)


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return folded_into_a_text(state, pick) == (pick,)
