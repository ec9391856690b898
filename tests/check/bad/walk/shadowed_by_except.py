from tests.toy.state import Path, Pick, State


def shadowed_by_except(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> shadowed_by_except(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    try:
        return (state.balls[state.balls.index(pick)],)
    except ValueError as str:  # finding: LDC017
        return (pick,)


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return shadowed_by_except(state, pick) == (pick,)
