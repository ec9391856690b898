from tests.toy.state import Path, Pick, State


def last_item_of_a_table(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> last_item_of_a_table(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    table = {ball % 3: ball for ball in {*state.balls, pick}}
    _, ball = table.popitem()  # finding: LDC024
    return (ball,)


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return last_item_of_a_table(state, pick) == (pick,)
