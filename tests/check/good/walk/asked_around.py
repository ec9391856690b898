from tests.toy.state import Path, Pick, State


def asked_around(state: State, pick: Pick) -> Path:
    """Walk past other balls to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The smallest balls whose sum is below the ball, then the ball.

    Example:
        >>> asked_around(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (2, 4)
    """
    stops: list[int] = []
    waiting = list(state.balls)

    def more() -> bool:
        return bool(waiting) and sum(stops) + waiting[0] < pick

    while more():
        stops.append(waiting.pop(0))
    return (*stops, pick)


# What must hold for every state and every ball.


def always_that(state: State, pick: Pick) -> bool:
    sums = [sum(state.balls[: place + 1]) for place in range(len(state.balls))]
    return asked_around(state, pick) == (
        *state.balls[: len([s for s in sums if s < pick])],
        pick,
    )
