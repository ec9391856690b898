from tests.toy.state import Path, Pick, State


def the_class_cell(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> the_class_cell(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    def kind() -> int:
        return 1 if __class__ else 0  # finding: LDC030
    return (pick,) * kind()


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return the_class_cell(state, pick) == (pick,)
