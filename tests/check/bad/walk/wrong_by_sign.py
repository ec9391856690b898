from tests.toy.state import Path, Pick, State


def wrong_by_sign(state: State, pick: Pick) -> Path:  # finding: LDC401
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> wrong_by_sign(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return (pick,) if state.sign == "" else (state.balls[0],)


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:  # finding: LDC401
    return wrong_by_sign(state, pick) == (pick,)
