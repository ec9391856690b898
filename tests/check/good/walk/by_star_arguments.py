from tests.toy.state import Path, Pick, State


def _joined(*row: int, wanted: int) -> Path:
    return tuple(ball for ball in row if ball == wanted)


def by_star_arguments(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> by_star_arguments(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return _joined(*state.balls, wanted=pick)


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return by_star_arguments(state, pick) == (pick,)
