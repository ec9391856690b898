from tests.toy.state import Path, Pick, State


def sorted_by_nothing(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> sorted_by_nothing(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    row = sorted(set(state.balls), key=lambda ball: 0)  # finding: LDC024
    return (pick if row[0] else row[0],)


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return sorted_by_nothing(state, pick) == (pick,)
