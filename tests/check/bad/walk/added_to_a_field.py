from tests.toy.state import Path, Pick, State


def added_to_a_field(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> added_to_a_field(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    state.wind += 0  # finding: LDC018
    return (pick,)


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return added_to_a_field(state, pick) == (pick,)
