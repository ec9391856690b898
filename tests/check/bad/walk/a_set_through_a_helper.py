from tests.toy.state import Path, Pick, State


def _all(state: State) -> set[Pick]:
    """Gather the balls."""
    return set(state.balls)


def a_set_through_a_helper(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> a_set_through_a_helper(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (2, 4, 4)
    """
    return (*_all(state), pick)  # finding: LDC024


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return a_set_through_a_helper(state, pick)[-1] == pick
