from tests.toy.state import Path, Pick, State


def frame_of_a_generator(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The ball alone.

    Example:
        >>> frame_of_a_generator(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    balls = (ball for ball in state.balls)
    return (pick,) if balls.gi_frame else ()  # finding: LDC030


# What must hold for every state and every ball.


def always_one_stop(state: State, pick: Pick) -> bool:
    return frame_of_a_generator(state, pick) == (pick,)
