from tests.toy.state import Path, Pick, State


def ends_one_too_far(state: State, pick: Pick) -> Path:  # finding: LDC401
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> ends_one_too_far(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return (*(ball for ball in state.balls if ball >= pick),)


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:  # finding: LDC401
    return ends_one_too_far(state, pick) == (pick,)
