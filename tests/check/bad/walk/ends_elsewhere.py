from tests.toy.state import Path, Pick, State


def ends_elsewhere(state: State, pick: Pick) -> Path:  # finding: LDC401
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The balls to pass, the picked one last.

    Example:
        >>> ends_elsewhere(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4, 2)
    """
    return (pick, state.balls[0])


# What must hold for every state and every ball.


def always_two_stops(state: State, pick: Pick) -> bool:
    return len(ends_elsewhere(state, pick)) == 2
