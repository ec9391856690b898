from tests.toy.state import Path, Pick, State


def a_property_with_try(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> a_property_with_try(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return (pick, pick) if pick in state.balls[:1] else (pick,)


# What must hold for every state and every ball.


def always_twice_for_the_first(state: State, pick: Pick) -> bool:
    try:
        return a_property_with_try(state, pick)[1] == state.balls[0]
    except IndexError:
        return pick != state.balls[0]
