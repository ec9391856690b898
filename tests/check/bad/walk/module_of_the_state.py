from tests.toy.state import Live, Path, Pick, State  # finding: LDC012


def module_of_the_state(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball alone.

    Example:
        >>> module_of_the_state(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return (pick,)


# What must hold for every state and every ball.


def always_one_stop(state: State, pick: Pick) -> bool:
    return module_of_the_state(state, pick) == (pick,)
