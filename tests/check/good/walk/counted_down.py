from tests.toy.state import Path, Pick, State


def counted_down(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> counted_down(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    left = len(state.balls)
    while left:
        left -= 1
        if state.balls[left] == pick:
            return (state.balls[left],)
    return ()


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return counted_down(state, pick) == (pick,)
