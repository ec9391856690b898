from tests.toy.state import Path, Pick, State


def values_of_a_table(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> values_of_a_table(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    signs = {ball: ball == pick for ball in set(state.balls)}
    return (pick,) * sum(signs.values())


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return values_of_a_table(state, pick) == (pick,)
