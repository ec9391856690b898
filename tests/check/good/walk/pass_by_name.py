from functools import partial

from tests.toy.state import Path, Pick, State


def _times(steps: int, pick: Pick) -> Path:
    return (pick,) * steps


def pass_by_name(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> pass_by_name(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4, 4)
    """
    twice = partial(_times, 2)
    return twice(pick)


# What must hold for every state.


def always_right(state: State, pick: Pick) -> bool:
    told = map(pass_by_name, (state, state), (*state.balls[:1], pick))
    return [*told] == [state.balls[:1] * 2, (pick, pick)]
