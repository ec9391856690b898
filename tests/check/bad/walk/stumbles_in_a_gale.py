from tests.toy.state import Path, Pick, State


def stumbles_in_a_gale(state: State, pick: Pick) -> Path:  # finding: LDC101
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The balls to pass, the picked one last.

    Example:
        >>> stumbles_in_a_gale(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    shift = 12 // (3 - state.wind)
    return (pick + shift - shift,)


# What must hold for every state and every ball.


def always_the_ball(state: State, pick: Pick) -> bool:
    return stumbles_in_a_gale(state, pick) == (pick,)
