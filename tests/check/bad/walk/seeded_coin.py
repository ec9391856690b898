from random import Random  # finding: LDC103

from tests.toy.state import Path, Pick, State


def seeded_coin(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> seeded_coin(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return (pick,) * Random(0).randint(1, 1)


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return seeded_coin(state, pick) == (pick,)
