from tests.toy.state import Path, Pick, State


def misspelt_word(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball alone.

    Example:
        >>> misspelt_word(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return (pik,)  # finding: LDC011


# What must hold for every state and every ball.


def always_one_stop(state: State, pick: Pick) -> bool:
    return misspelt_word(state, pick) == (pick,)
