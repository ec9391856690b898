from tests.toy.state import Path, Pick, State


def keyed_by_lambda(state: State, pick: Pick) -> Path:
    """Walk past other balls to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The other balls, the largest first, then the ball.

    Example:
        >>> keyed_by_lambda(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (2, 4)
    """
    others = sorted(state.balls, key=lambda ball: (ball == pick, -ball))
    return tuple(others)


# What must hold for every state and every ball.


def always_that(state: State, pick: Pick) -> bool:
    return keyed_by_lambda(state, pick) == (
        *sorted(set(state.balls) - {pick}, reverse=True),
        pick,
    )
