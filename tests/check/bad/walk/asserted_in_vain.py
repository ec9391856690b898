from tests.toy.state import Path, Pick, State


def asserted_in_vain(state: State, pick: Pick) -> Path:  # finding: LDC101
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> asserted_in_vain(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    assert state.wind < 3
    return (pick,)


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return asserted_in_vain(state, pick) == (pick,)
