from collections.abc import Callable

from tests.toy.state import Path, Pick, State


def a_table_of_functions(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> a_table_of_functions(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    tables: dict[bool, Callable[[Path], int]] = {True: min, False: max}
    return (tables[state.balls[0] == pick]((pick, pick)),)


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return a_table_of_functions(state, pick) == (pick,)
