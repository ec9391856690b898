from tests.toy.state import Path, Pick, State


def without_example(state: State, pick: Pick) -> Path:  # finding: LDC303
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.
    """
    return (pick,)


# What must hold for every state.


def always_right(state: State, pick: Pick) -> bool:
    return without_example(state, pick) == (pick,)
