from tests.toy.state import Path, Pick, State


def pass_all(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> pass_all(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (2, 4)
    """
    others = set(state.balls) - {pick}
    return (*sorted(others), pick)


# What must hold for every state.


def always_right(state: State, pick: Pick) -> bool:
    path = pass_all(state, pick)
    return path[-1] == pick and path[:-1] == tuple(b for b in state.balls if b != pick)
