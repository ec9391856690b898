from tests.toy.state import Path, Pick, State


def _up(steps: int, pick: Pick) -> Path:
    """Take more steps."""
    return (pick,) if steps == 0 else _up(steps + 1, pick)


def a_recursion_that_grows(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> a_recursion_that_grows(state=State(balls=(2, 4), wind=0, sign=""), pick=4)  # finding: LDC101
        (4,)
    """
    return _up(1, pick)


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return a_recursion_that_grows(state, pick) == (pick,)
