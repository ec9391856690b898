from tests.toy.state import Path, Pick, State


def count_others(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> count_others(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4, 4)
    """
    steps = 0
    for ball in set(state.balls):
        if ball < pick:
            steps += 1
    return (pick,) * (steps + 1)


# What must hold for every state.


def always_right(state: State, pick: Pick) -> bool:
    return count_others(state, pick) == (pick,) * (1 + state.balls.index(pick))
