from tests.toy.state import Path, Pick, State


def _is_even(number: int) -> bool:
    return number == 0 or _is_odd(number - 1)


def _is_odd(number: int) -> bool:
    return number != 0 and _is_even(number - 1)


def by_turns(state: State, pick: Pick) -> Path:
    """Walk past other balls to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball, twice when it is even.

    Example:
        >>> by_turns(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4, 4)
    """
    return (pick, pick) if _is_even(pick) else (pick,)


# What must hold for every state and every ball.


def always_that(state: State, pick: Pick) -> bool:
    return by_turns(state, pick) == (pick,) * (2 - pick % 2)
