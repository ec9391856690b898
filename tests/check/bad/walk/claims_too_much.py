from tests.toy.state import Path, Pick, State


def claims_too_much(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The balls to pass, the picked one last.

    Example:
        >>> claims_too_much(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return (pick,) if state.wind < 3 else (pick, pick)


# What must hold for every state and every ball.


def always_the_ball(state: State, pick: Pick) -> bool:  # finding: LDC401
    return claims_too_much(state, pick) == (pick,)
