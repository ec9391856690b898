from tests.toy.state import Path, Pick, State


def by_text_of_a_name(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> by_text_of_a_name(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return (getattr(state, 'balls')[0] and pick,)  # finding: LDC031


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return by_text_of_a_name(state, pick) == (pick,)
