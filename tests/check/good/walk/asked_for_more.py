from collections.abc import Iterator

from tests.toy.state import Path, Pick, State


def _after(ball: int) -> Iterator[int]:
    while True:
        ball = ball % 5 + 1
        yield ball


def asked_for_more(state: State, pick: Pick) -> Path:
    """Walk past other balls to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball, as many of those after it as the wind is long, the ball.

    Example:
        >>> asked_for_more(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    rounds = _after(pick)
    stops = [next(rounds) for _ in range(abs(state.wind))]
    return (pick, *stops, pick) if stops else (pick,)


# What must hold for every state and every ball.


def always_that(state: State, pick: Pick) -> bool:
    last = pick + abs(state.wind)
    between = [(number - 1) % 5 + 1 for number in range(pick + 1, last + 1)]
    return asked_for_more(state, pick) == (
        (pick, *between, pick) if between else (pick,)
    )
