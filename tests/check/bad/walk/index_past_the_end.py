from tests.toy.state import Path, Pick, State


def index_past_the_end(state: State, pick: Pick) -> Path:  # finding: LDC101
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> index_past_the_end(state=State(balls=(2, 4), wind=0, sign=""), pick=2)
        (2,)
    """
    return (state.balls[state.balls.index(pick) + 1] and pick,)


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return index_past_the_end(state, pick) == (pick,)
