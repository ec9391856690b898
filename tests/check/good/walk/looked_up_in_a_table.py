from tests.toy.state import Path, Pick, State


def looked_up_in_a_table(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> looked_up_in_a_table(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    doubles = {ball: 2 * ball for ball in set(state.balls)}
    return (doubles[pick] // 2,)


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return looked_up_in_a_table(state, pick) == (pick,)
