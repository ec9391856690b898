from tests.toy.state import Path, Pick, State


def may_lack_a_result(state: State, pick: Pick) -> Path:  # finding: LDC201
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The balls to pass, the picked one last.

    Example:
        >>> may_lack_a_result(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    if state.wind > -9:
        return (pick,)


# What must hold for every state and every ball.


def always_the_ball(state: State, pick: Pick) -> bool:
    return may_lack_a_result(state, pick) == (pick,)
