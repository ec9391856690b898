from tests.toy.state import Ball, Path, State


def another_pick(state: State, pick: tuple[Ball]) -> Path:  # finding: LDC203
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> another_pick(state=State(balls=(2, 4), wind=0, sign=""), pick=(4,))
        (4,)
    """
    return (pick[0],)


# What must hold for every state.


def always_right(state: State, pick: tuple[Ball]) -> bool:  # finding: LDC203
    return another_pick(state, pick) == pick
