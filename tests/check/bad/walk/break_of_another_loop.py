from tests.toy.state import Path, Pick, State


def break_of_another_loop(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball alone.

    Example:
        >>> break_of_another_loop(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    while True:  # finding: LDC014
        for ball in state.balls:
            if ball == pick:
                break


# What must hold for every state and every ball.


def always_one_stop(state: State, pick: Pick) -> bool:
    return break_of_another_loop(state, pick) == (pick,)
