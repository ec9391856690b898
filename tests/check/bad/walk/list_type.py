from tests.toy.state import Path, Pick, State


def list_type(state: State, pick: Pick, steps: list[int]) -> Path:  # finding: LDC202
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.
        steps: How many steps to take.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> list_type(state=State(balls=(2, 4), wind=0, sign=""), pick=4, steps=[1])
        (4,)
    """
    return (pick,) if steps else (pick, pick)


# What must hold for every state.


def always_right(state: State, pick: Pick) -> bool:
    return list_type(state, pick, [1])[-1] == pick
