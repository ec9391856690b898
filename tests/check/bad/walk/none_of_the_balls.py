from tests.toy.state import Path, Pick, State


def none_of_the_balls(state: State, pick: Pick) -> Path:  # finding: LDC102
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The balls to pass, the picked one last.

    Example:
        >>> none_of_the_balls(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return () if state.wind == 3 else (pick + len(state.balls) * 9 - 18,)


# What must hold for every state and every ball.


def always_the_ball(state: State, pick: Pick) -> bool:
    return none_of_the_balls(state, pick) == (pick,)
