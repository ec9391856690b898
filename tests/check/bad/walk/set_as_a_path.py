from tests.toy.state import Path, Pick, State


def set_as_a_path(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> set_as_a_path(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (2, 4)
    """
    others = set(state.balls) - {pick}
    return (*others, pick)  # finding: LDC024


# What must hold for every state.


def always_right(state: State, pick: Pick) -> bool:
    return set_as_a_path(state, pick)[-1] == pick
