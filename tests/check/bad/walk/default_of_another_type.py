from tests.toy.state import Path, Pick, State


def default_of_another_type(
    state: State,
    pick: Pick,
    fast: bool = 1,  # finding: LDC203
) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.
        fast: Whether to run.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> default_of_another_type(state=State(balls=(2, 4), wind=0, sign=""), pick=4, fast=True)
        (4,)
    """
    return (pick,) if fast else (pick, pick)


# What must hold for every state.


def always_right(state: State, pick: Pick) -> bool:
    return default_of_another_type(state, pick, True)[-1] == pick
