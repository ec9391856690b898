from tests.toy.state import Path, Pick, State


def inner_without_an_end(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball alone.

    Example:
        >>> inner_without_an_end(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    def down(ball: int) -> int:  # finding: LDC019
        return 1 + down(ball - 1)

    return (down(pick),)


# What must hold for every state and every ball.


def always_one_stop(state: State, pick: Pick) -> bool:
    return inner_without_an_end(state, pick) == (pick,)
