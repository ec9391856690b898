from tests.toy.state import Path, Pick, State


def leaves_the_field(state: State, pick: Pick) -> Path:  # finding: LDC102
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The balls to pass, the picked one last.

    Example:
        >>> leaves_the_field(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return (max(pick, state.wind + pick),)


# What must hold for every state and every ball.


def always_the_ball(state: State, pick: Pick) -> bool:
    return leaves_the_field(state, pick) == (pick,)
