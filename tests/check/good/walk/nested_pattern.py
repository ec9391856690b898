from tests.toy.state import Path, Pick, State


def nested_pattern(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> nested_pattern(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    match (state.balls, state.wind):
        case ((first, *_), -3 | 3) if first == pick:
            return (first,)
        case ((*_, last), _) if last == pick:
            return (last,)
        case _:
            return (pick,)


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return nested_pattern(state, pick) == (pick,)
