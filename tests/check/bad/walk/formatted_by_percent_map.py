from tests.toy.state import Path, Pick, State


def formatted_by_percent_map(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> formatted_by_percent_map(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return (pick,) if "{0.__class__}".format(state) else ()  # finding: LDC032


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return formatted_by_percent_map(state, pick) == (pick,)
