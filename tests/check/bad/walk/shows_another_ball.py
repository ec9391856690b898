from tests.toy.state import Path, Pick, State


def shows_another_ball(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The balls to pass, the picked one last.

    Example:
        >>> shows_another_ball(state=State(balls=(2, 4), wind=0, sign=""), pick=4)  # finding: LDC108
        (2,)
    """
    return (pick,)


# What must hold for every state and every ball.


def always_the_ball(state: State, pick: Pick) -> bool:
    return shows_another_ball(state, pick) == (pick,)
