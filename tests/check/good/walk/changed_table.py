from tests.toy.state import Path, Pick, State


def changed_table(state: State, pick: Pick) -> Path:
    """Walk past other balls to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The other balls, the smallest first, then the ball.

    Example:
        >>> changed_table(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (2, 4)
    """
    table = {ball: -ball for ball in state.balls}
    table.setdefault(pick, 0)
    del table[pick]
    return (*sorted(table, key=lambda ball: -table[ball]), pick)


# What must hold for every state and every ball.


def always_that(state: State, pick: Pick) -> bool:
    return changed_table(state, pick) == (*(b for b in state.balls if b != pick), pick)
