from tests.toy.state import Path, Pick, State


def raised_system_exit(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball alone.

    Example:
        >>> raised_system_exit(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    if not state.balls:
        raise SystemExit  # finding: LDC011
    return (pick,)


# What must hold for every state and every ball.


def always_one_stop(state: State, pick: Pick) -> bool:
    return raised_system_exit(state, pick) == (pick,)
