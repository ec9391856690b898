from fractions import Fraction

from tests.toy.state import Path, Pick, State

HALF = Fraction(1, 2)


def fractions_of_balls(state: State, pick: Pick) -> Path:
    """Walk past other balls to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball, twice when it is more than half of the largest.

    Example:
        >>> fractions_of_balls(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4, 4)
    """
    share = Fraction(pick, state.balls[-1])
    return (pick,) * (2 if share > HALF else 1)


# What must hold for every state and every ball.


def always_that(state: State, pick: Pick) -> bool:
    return fractions_of_balls(state, pick) == (pick,) * (
        1 + (2 * pick > max(state.balls))
    )
