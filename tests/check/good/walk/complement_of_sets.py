from tests.toy.state import Path, Pick, State


def complement_of_sets(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> complement_of_sets(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    others = set(state.balls) - {pick}
    return tuple(ball for ball in state.balls if ball not in others)


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return complement_of_sets(state, pick) == (pick,)
