from tests.toy.state import Path, Pick, State


def noted_around(state: State, pick: Pick) -> Path:
    """Walk past other balls to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The other balls, the largest first, then the ball.

    Example:
        >>> noted_around(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (2, 4)
    """
    stops: list[int] = []

    def note(ball: int) -> None:
        if ball != pick:
            stops.append(ball)

    for ball in reversed(state.balls):
        note(ball)
    stops.append(pick)
    return tuple(stops)


# What must hold for every state and every ball.


def always_that(state: State, pick: Pick) -> bool:
    return noted_around(state, pick) == (
        *sorted(set(state.balls) - {pick}, reverse=True),
        pick,
    )
