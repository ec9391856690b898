from tests.toy.state import Path, Pick, State


SEEN = {1: [2]}


def _seen() -> dict[int, list[int]]:
    return SEEN


def table_handed_out(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball alone.

    Example:
        >>> table_handed_out(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    _seen()[1].append(pick)  # finding: LDC018
    return (pick,)


# What must hold for every state and every ball.


def always_one_stop(state: State, pick: Pick) -> bool:
    return table_handed_out(state, pick) == (pick,)
