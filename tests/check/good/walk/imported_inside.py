from tests.toy.state import Path, Pick, State


def imported_inside(state: State, pick: Pick) -> Path:
    """Walk past other balls to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball, as often as the whole root of it.

    Example:
        >>> imported_inside(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4, 4)
    """
    from math import isqrt

    return (pick,) * isqrt(pick)


# What must hold for every state and every ball.


def always_that(state: State, pick: Pick) -> bool:
    return imported_inside(state, pick) == (pick,) * (2 if pick >= 4 else 1)
