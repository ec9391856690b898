from tests.toy.state import Path, Pick, State


def _longer(balls: list[int]) -> int:
    balls += [3]  # finding: LDC018
    return len(balls)


def grown_parameter(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball alone.

    Example:
        >>> grown_parameter(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return (pick,) if _longer([pick]) else ()


# What must hold for every state and every ball.


def always_one_stop(state: State, pick: Pick) -> bool:
    return grown_parameter(state, pick) == (pick,)
