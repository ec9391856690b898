from tests.toy.state import Path, Pick, State


def bytes_to_code(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> bytes_to_code(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return (pick,) if compile('1', 'x', 'eval') else ()  # finding: LDC031


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return bytes_to_code(state, pick) == (pick,)
