from tests.toy.state import Path, Pick, State


def inner_recursion(state: State, pick: Pick) -> Path:
    """Walk past other balls to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The other balls, the smallest first, then the ball.

    Example:
        >>> inner_recursion(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (2, 4)
    """

    def stops(balls: tuple[int, ...]) -> tuple[int, ...]:
        if not balls:
            return (pick,)
        first, *rest = balls
        return (first, *stops(tuple(rest))) if first != pick else stops(tuple(rest))

    return stops(state.balls)


# What must hold for every state and every ball.


def always_that(state: State, pick: Pick) -> bool:
    return inner_recursion(state, pick) == (
        *(b for b in state.balls if b != pick),
        pick,
    )
