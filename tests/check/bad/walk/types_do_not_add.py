from tests.toy.state import Path, Pick, State


def types_do_not_add(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The balls to pass, the picked one last.

    Example:
        >>> types_do_not_add(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return (pick,) + ("x",)  # finding: LDC201


# What must hold for every state and every ball.


def always_the_ball(state: State, pick: Pick) -> bool:
    return types_do_not_add(state, pick) == (pick,)
