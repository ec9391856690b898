from tests.toy.state import Path, Pick, State


def example_of_another(state: State, pick: Pick) -> Path:  # finding: LDC303
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> len((1, 2))
        2
    """
    return (pick,)


# What must hold for every state.


def always_right(state: State, pick: Pick) -> bool:
    return example_of_another(state, pick) == (pick,)
