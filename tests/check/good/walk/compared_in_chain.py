from tests.toy.state import Path, Pick, State


def compared_in_chain(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> compared_in_chain(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    if 0 < state.wind <= 2 == len(state.balls):
        return (pick, pick)
    return (pick,)


# What must hold for every state.


def always_right(state: State, pick: Pick) -> bool:
    return compared_in_chain(state, pick) == (pick,) * (
        1 + (state.wind in (1, 2) and len(state.balls) == 2)
    )
