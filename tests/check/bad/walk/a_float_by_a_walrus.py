from tests.toy.state import Path, Pick, State


def a_float_by_a_walrus(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> a_float_by_a_walrus(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4, 4)
    """
    return (pick,) if (half := pick / 2) == state.wind and half else (pick, pick)  # finding: LDC023


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return set(a_float_by_a_walrus(state, pick)) == {pick}
