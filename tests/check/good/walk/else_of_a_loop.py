from tests.toy.state import Path, Pick, State


def else_of_a_loop(state: State, pick: Pick) -> Path:
    """Walk past other balls to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball, twice when no ball is larger.

    Example:
        >>> else_of_a_loop(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4, 4)
    """
    for ball in state.balls:
        if ball > pick:
            break
    else:
        return pick, pick
    return (pick,)


# What must hold for every state and every ball.


def always_that(state: State, pick: Pick) -> bool:
    return len(else_of_a_loop(state, pick)) == 1 + (max(state.balls) <= pick) and set(
        else_of_a_loop(state, pick)
    ) == {pick}
