from tests.toy.state import Path, Pick, State


def kinds_of_values(state: State, pick: Pick) -> Path:
    """Walk past other balls to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball once for the sign and once for itself when the sign is red.

    Example:
        >>> kinds_of_values(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    stops: list[int] = []
    values: tuple[int | str, ...] = (state.sign, pick)
    for value in values:
        match value:
            case str() if value == "red":
                stops.append(pick)
            case int(number):
                stops.append(number)
    return tuple(stops)


# What must hold for every state and every ball.


def always_that(state: State, pick: Pick) -> bool:
    return kinds_of_values(state, pick) == (pick,) * (2 if state.sign == "red" else 1)
