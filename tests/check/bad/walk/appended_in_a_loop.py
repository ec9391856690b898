from tests.toy.state import Path, Pick, State


def _rows(state: State) -> tuple[int, ...]:
    return state.balls


def appended_in_a_loop(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball alone.

    Example:
        >>> appended_in_a_loop(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    for row in _rows(state):
        near = row
    for other in (state.balls, state.balls):
        other.append(pick)  # finding: LDC018
    return (pick,)


# What must hold for every state and every ball.


def always_one_stop(state: State, pick: Pick) -> bool:
    return appended_in_a_loop(state, pick) == (pick,)
