from tests.toy.state import Path, Pick, State


def bidi_comment(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball alone.

    Example:
        >>> bidi_comment(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    near = len(state.balls)  # ‮nothing hidden‬  # finding: LDC001
    return (pick,) if near else ()


# What must hold for every state and every ball.


def always_one_stop(state: State, pick: Pick) -> bool:
    return bidi_comment(state, pick) == (pick,)
