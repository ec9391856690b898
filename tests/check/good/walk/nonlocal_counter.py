from tests.toy.state import Path, Pick, State


def nonlocal_counter(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball alone.

    Example:
        >>> nonlocal_counter(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    seen = 0

    def is_next(ball: int) -> bool:
        nonlocal seen
        seen += ball <= pick
        return seen == 1

    return tuple(ball for ball in state.balls[::-1] if is_next(ball))[:1]


# What must hold for every state and every ball.


def always_one_stop(state: State, pick: Pick) -> bool:
    return nonlocal_counter(state, pick) == (pick,)
