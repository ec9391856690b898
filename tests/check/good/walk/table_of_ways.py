from collections.abc import Callable

from tests.toy.state import Path, Pick, State


def table_of_ways(state: State, pick: Pick) -> Path:
    """Walk past other balls to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball, or the smallest and the ball under a red sign.

    Example:
        >>> table_of_ways(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    ways: dict[str, Callable[[int], Path]] = {
        "": lambda ball: (ball,),
        "red": lambda ball: (state.balls[0], ball),
    }
    return ways[state.sign](pick)


# What must hold for every state and every ball.


def always_that(state: State, pick: Pick) -> bool:
    wanted = (pick,) if state.sign == "" else (min(state.balls), pick)
    return table_of_ways(state, pick) == wanted
