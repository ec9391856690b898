from tests.toy.state import Path, Pick, State


def sorted_set_by_distance(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> sorted_set_by_distance(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return (min(set(state.balls), key=lambda ball: (abs(ball - pick), ball)),)


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return sorted_set_by_distance(state, pick) == (pick,)
