from tests.toy.state import Path, Pick, State


def walrus_in_a_filter(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> walrus_in_a_filter(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return tuple(twice // 2 for ball in state.balls if (twice := 2 * ball) == 2 * pick)


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return walrus_in_a_filter(state, pick) == (pick,)
