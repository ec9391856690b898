from tests.toy.state import Path, Pick, State

def _kept(ball: int, memo: dict[int, Path] = {}) -> Path:
    memo[ball] = (ball,)  # finding: LDC018
    return memo[ball]


def memo_of_a_helper(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> memo_of_a_helper(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return _kept(pick)


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return memo_of_a_helper(state, pick) == (pick,)
