from tests.toy.state import Path, Pick, State


def two_sentences(state: State, pick: Pick) -> Path:  # finding: LDC304
    """Walk to the ball. Look at no wind.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> two_sentences(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return (pick,)


# What must hold for every state.


def always_right(state: State, pick: Pick) -> bool:
    return two_sentences(state, pick) == (pick,)
