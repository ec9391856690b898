from tests.toy.state import Path, Pick, State


def nested_rounds(state: State, pick: Pick) -> Path:
    """Walk past other balls to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        Each other ball once for each smaller ball, then the ball.

    Example:
        >>> nested_rounds(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (2, 4)
    """
    rows = [[other for other in state.balls if other < ball] for ball in state.balls]
    return (*(one for row in rows for one in row if one != pick), pick)


# What must hold for every state and every ball.


def always_that(state: State, pick: Pick) -> bool:
    wanted: list[int] = []
    for place, _ in enumerate(state.balls):
        wanted += [b for b in state.balls[:place] if b != pick]
    return nested_rounds(state, pick) == (*wanted, pick)
