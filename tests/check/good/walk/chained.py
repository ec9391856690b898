from tests.toy.state import Path, Pick, State


def chained(state: State, pick: Pick) -> Path:
    """Walk past other balls to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball, twice when it lies between the others.

    Example:
        >>> chained(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    low, high = state.balls[0], state.balls[-1]
    return (pick, pick) if low < pick < high else (pick,)


# What must hold for every state and every ball.


def always_that(state: State, pick: Pick) -> bool:
    inner = state.balls[1:-1]
    return chained(state, pick) == (pick,) * (1 + (pick in inner))
