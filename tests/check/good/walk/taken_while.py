from itertools import dropwhile, islice

from tests.toy.state import Path, Pick, State


def taken_while(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> taken_while(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    rest = dropwhile(lambda ball: ball != pick, state.balls)
    return tuple(islice(rest, 1))


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return taken_while(state, pick) == (pick,)
