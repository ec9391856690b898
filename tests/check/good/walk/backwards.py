from tests.toy.state import Path, Pick, State


def backwards(state: State, pick: Pick) -> Path:
    """Walk past other balls to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        All balls, the largest first, then the ball.

    Example:
        >>> backwards(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4, 2, 4)
    """
    return (*state.balls[::-1], pick)


# What must hold for every state and every ball.


def always_that(state: State, pick: Pick) -> bool:
    return (
        backwards(state, pick)[:-1] == tuple(sorted(state.balls, reverse=True))
        and backwards(state, pick)[-1] == pick
    )
