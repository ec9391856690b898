from tests.toy.state import Path, Pick, State


def copied_first(state: State, pick: Pick) -> Path:
    """Walk past other balls to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The other balls, the largest first, then the ball.

    Example:
        >>> copied_first(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (2, 4)
    """
    balls = list(state.balls)
    balls.remove(pick)
    balls.sort(reverse=True)
    balls += [pick]
    return tuple(balls)


# What must hold for every state and every ball.


def always_that(state: State, pick: Pick) -> bool:
    return copied_first(state, pick) == (
        *sorted(set(state.balls) - {pick}, reverse=True),
        pick,
    )
