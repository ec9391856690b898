from tests.toy.state import Path, Pick, State


def exec_passed_on(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball alone.

    Example:
        >>> exec_passed_on(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    run = exec  # finding: LDC031
    run("near = 1")
    return (pick,)


# What must hold for every state and every ball.


def always_one_stop(state: State, pick: Pick) -> bool:
    return exec_passed_on(state, pick) == (pick,)
