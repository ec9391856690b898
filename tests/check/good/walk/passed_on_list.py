from tests.toy.state import Path, Pick, State


def _with(stops: list[int], ball: int, without: int) -> list[int]:
    return stops if ball == without else [*stops, ball]


def passed_on_list(state: State, pick: Pick) -> Path:
    """Walk past other balls to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The other balls, the smallest first, then the ball.

    Example:
        >>> passed_on_list(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (2, 4)
    """
    stops: list[int] = []
    for ball in state.balls:
        stops = _with(stops, ball, pick)
    return tuple(_with(stops, pick, 0))


# What must hold for every state and every ball.


def always_that(state: State, pick: Pick) -> bool:
    return passed_on_list(state, pick) == (*(b for b in state.balls if b != pick), pick)
