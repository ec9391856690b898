from tests.toy.state import Path, Pick, State


SEEN = [abs(1)]  # finding: LDC016


def list_in_the_file(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball alone.

    Example:
        >>> list_in_the_file(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return (pick,) if SEEN else (pick,)


# What must hold for every state and every ball.


def always_one_stop(state: State, pick: Pick) -> bool:
    return list_in_the_file(state, pick) == (pick,)
