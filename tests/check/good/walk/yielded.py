from collections.abc import Iterator

from tests.toy.state import Path, Pick, State


def _others(balls: tuple[int, ...], pick: int) -> Iterator[int]:
    for ball in balls:
        if ball != pick:
            yield ball


def _stops(balls: tuple[int, ...], pick: int) -> Iterator[int]:
    yield from _others(balls, pick)
    yield pick


def yielded(state: State, pick: Pick) -> Path:
    """Walk past other balls to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The other balls, the smallest first, then the ball.

    Example:
        >>> yielded(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (2, 4)
    """
    return tuple(_stops(state.balls, pick))


# What must hold for every state and every ball.


def always_that(state: State, pick: Pick) -> bool:
    return yielded(state, pick) == (*(b for b in state.balls if b != pick), pick)
