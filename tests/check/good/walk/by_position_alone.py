from tests.toy.state import Path, Pick, State


def _found(row: Path, wanted: int, /) -> Path:
    return row[row.index(wanted) :][:1]


def by_position_alone(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> by_position_alone(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return _found(state.balls, pick)


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return by_position_alone(state, pick) == (pick,)
