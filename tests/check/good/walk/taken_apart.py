from tests.toy.state import Path, Pick, State


def taken_apart(state: State, pick: Pick) -> Path:
    """Walk past other balls to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        With the wind from behind the other balls first, then the ball.

    Example:
        >>> taken_apart(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    match state:
        case State(balls=balls, wind=wind) if wind < 0:
            return (*(ball for ball in balls if ball != pick), pick)
        case State(wind=0):
            return (pick,)
        case _:
            return pick, pick


# What must hold for every state and every ball.


def always_that(state: State, pick: Pick) -> bool:
    others = tuple(b for b in state.balls if b != pick)
    if state.wind == 0:
        return taken_apart(state, pick) == (pick,)
    return taken_apart(state, pick) == (others if state.wind < 0 else (pick,)) + (pick,)
