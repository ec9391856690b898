from collections.abc import Callable

from tests.toy.state import Path, Pick, State


def a_parameter_callable(state: State, pick: Pick, one: Callable[[int], int]) -> Path:  # finding: LDC202
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.
        one: Something.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> a_parameter_callable(state=State(balls=(2, 4), wind=0, sign=""), pick=4, one=1)
        (4,)
    """
    return (pick,) if one else (pick, pick)


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick, one: Callable[[int], int]) -> bool:
    return set(a_parameter_callable(state, pick, one)) == {pick}
