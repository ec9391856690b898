from tests.toy.state import Path, Pick, State


def state_word_without_import(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball alone.

    Example:
        >>> state_word_without_import(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return (pick,) if possible(state) else (pick,)  # finding: LDC011


# What must hold for every state and every ball.


def always_one_stop(state: State, pick: Pick) -> bool:
    return state_word_without_import(state, pick) == (pick,)
