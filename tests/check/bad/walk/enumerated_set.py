from tests.toy.state import Path, Pick, State


def enumerated_set(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> enumerated_set(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    place = {ball: at for at, ball in enumerate(set(state.balls))}  # finding: LDC024
    return (pick if place[pick] >= 0 else pick,)


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return enumerated_set(state, pick) == (pick,)
