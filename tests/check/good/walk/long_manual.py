from tests.toy.state import Path, Pick, State


def long_manual(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    It goes without a look at the sign. Nothing is optional here, and there is no
    default.

    Use it when the air is calm. If it blows, 1 to 9 times out of ten, do not.

    Args:
        state: What the robot sees: the balls, the wind,
            and the sign: none or red.
        pick:
            The ball to fetch, 1 to 5.

    Returns:
        The ball; twice in a wind of 2 to 3 metres a second,
            nothing else.

    Example:
        >>> long_manual(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    return (pick,) * (2 if state.wind >= 2 else 1)


# What must hold for every state.


def always_the_ball(state: State, pick: Pick) -> bool:
    return set(long_manual(state, pick)) == {pick}


def always_twice_in_wind(state: State, pick: Pick) -> bool:
    return len(long_manual(state, pick)) == 1 + (state.wind > 1)
