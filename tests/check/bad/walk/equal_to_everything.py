from tests.toy.state import Path, Pick, State


class Any:
    def __hash__(self) -> int:
        return 3

    def __eq__(self, other: object) -> bool:  # finding: LDC036
        return True


def equal_to_everything(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball alone.

    Example:
        >>> equal_to_everything(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return (pick,) if Any() else ()


# What must hold for every state and every ball.


def always_one_stop(state: State, pick: Pick) -> bool:
    return equal_to_everything(state, pick) == (pick,)
