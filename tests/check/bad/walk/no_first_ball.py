from tests.toy.state import Path, Pick, State


def no_first_ball(state: State, pick: Pick) -> Path:  # finding: LDC101
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The balls to pass, the picked one last.

    Example:
        >>> no_first_ball(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return (state.balls[1:][0] * 0 + pick,)


# What must hold for every state and every ball.


def always_the_ball(state: State, pick: Pick) -> bool:
    return no_first_ball(state, pick) == (pick,)
