from tests.toy.state import Path, Pick, State


def finally_told(state: State, pick: Pick) -> Path:
    """Walk past other balls to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The smallest ball, then the ball.

    Example:
        >>> finally_told(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (2, 4)
    """
    stops = []
    try:
        stops.append(state.balls[0])
    finally:
        stops.append(pick)
    return tuple(stops)


# What must hold for every state and every ball.


def always_that(state: State, pick: Pick) -> bool:
    return finally_told(state, pick) == (min(state.balls), pick)
