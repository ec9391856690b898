from tests.toy.state import Path, Pick, State


def bounded_recursion(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> bounded_recursion(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """

    def find(row: Path) -> Path:
        if row[0] == pick:
            return row[:1]
        return find(row[1:])

    return find(state.balls)


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return bounded_recursion(state, pick) == (pick,)
