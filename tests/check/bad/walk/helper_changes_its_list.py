from tests.toy.state import Path, Pick, State


def _longer(balls: list[int]) -> int:
    balls.append(3)  # finding: LDC018
    return len(balls)


def helper_changes_its_list(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball alone.

    Example:
        >>> helper_changes_its_list(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return (pick,) if _longer([pick]) else ()


# What must hold for every state and every ball.


def always_one_stop(state: State, pick: Pick) -> bool:
    return helper_changes_its_list(state, pick) == (pick,)
