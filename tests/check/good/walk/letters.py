import string

from tests.toy.state import Path, Pick, State


def letters(state: State, pick: Pick) -> Path:
    """Walk past other balls to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball, found by its letter.

    Example:
        >>> letters(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    letter = string.ascii_lowercase[pick - 1]
    return (ord(letter) - ord("a") + 1,)


# What must hold for every state and every ball.


def always_that(state: State, pick: Pick) -> bool:
    return letters(state, pick) == (pick,)
