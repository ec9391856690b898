from tests.toy.state import Path, Pick, State


SEEN = [1]


def table_changed(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball alone.

    Example:
        >>> table_changed(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    SEEN.append(pick)  # finding: LDC018
    return (pick,)


# What must hold for every state and every ball.


def always_one_stop(state: State, pick: Pick) -> bool:
    return table_changed(state, pick) == (pick,)
