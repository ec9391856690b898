from tests.toy.state import Path, Pick, State


def by_a_default(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> by_a_default(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """

    def is_meant(ball: int, wanted: int = pick) -> bool:
        return ball == wanted

    return tuple(filter(is_meant, state.balls))


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return by_a_default(state, pick) == (pick,)
