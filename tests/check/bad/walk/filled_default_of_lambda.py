from tests.toy.state import Path, Pick, State


def filled_default_of_lambda(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> filled_default_of_lambda(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    fill = lambda row=[]: row.append(pick) or tuple(row)  # finding: LDC018
    return fill()[-1:]


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return filled_default_of_lambda(state, pick) == (pick,)
