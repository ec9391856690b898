from tests.toy.state import Path, Pick, State


def hurries_without_end(state: State, pick: Pick) -> Path:  # finding: LDC105
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The balls to pass, the picked one last.

    Example:
        >>> hurries_without_end(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    left = state.wind
    while left > 0:
        left = left + pick
    return (pick,)


# What must hold for every state and every ball.


def always_the_ball(state: State, pick: Pick) -> bool:
    return hurries_without_end(state, pick) == (pick,)
