from tests.toy.state import Path, Pick, State


def map_of_balls(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> map_of_balls(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    near = {ball: abs(ball - pick) for ball in state.balls}
    return (*tuple(ball for ball, gap in near.items() if gap == 1), pick)


# What must hold for every state.


def always_right(state: State, pick: Pick) -> bool:
    beside = [ball for ball in (pick - 1, pick + 1) if ball in state.balls]
    return map_of_balls(state, pick) == (*beside, pick)
