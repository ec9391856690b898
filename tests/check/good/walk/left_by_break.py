from tests.toy.state import Path, Pick, State


def left_by_break(state: State, pick: Pick) -> Path:
    """Walk past other balls to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The other balls, the smallest first, then the ball.

    Example:
        >>> left_by_break(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (2, 4)
    """
    stops: list[int] = []
    place = 0
    while True:
        if place == len(state.balls):
            break
        if state.balls[place] != pick:
            stops.append(state.balls[place])
        place += 1
    return (*stops, pick)


# What must hold for every state and every ball.


def always_that(state: State, pick: Pick) -> bool:
    return left_by_break(state, pick) == (*(b for b in state.balls if b != pick), pick)
