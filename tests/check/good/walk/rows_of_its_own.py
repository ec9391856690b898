from tests.toy.state import Path, Pick, State


def rows_of_its_own(state: State, pick: Pick) -> Path:
    """Walk past other balls to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The other balls twice each, then the ball.

    Example:
        >>> rows_of_its_own(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (2, 2, 4)
    """
    rows = [[ball] for ball in state.balls if ball != pick]
    for row in rows:
        row.append(row[0])
    return (*(ball for row in rows for ball in row), pick)


# What must hold for every state and every ball.


def always_that(state: State, pick: Pick) -> bool:
    return rows_of_its_own(state, pick) == (
        *(b for b in state.balls for _ in (1, 2) if b != pick),
        pick,
    )
