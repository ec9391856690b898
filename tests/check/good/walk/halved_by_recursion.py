from tests.toy.state import Path, Pick, State


def _halved(row: Path, wanted: int) -> Path:
    if len(row) == 1:
        return row
    middle = len(row) // 2
    return _halved(row[:middle] if wanted < row[middle] else row[middle:], wanted)


def halved_by_recursion(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> halved_by_recursion(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return _halved(state.balls, pick)


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return halved_by_recursion(state, pick) == (pick,)
