from tests.toy.state import Path, Pick, State


def spelled_out(state: State, pick: Pick) -> Path:
    """Walk past other balls to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The other balls, the smallest first, then the ball.

    Example:
        >>> spelled_out(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (2, 4)
    """
    words = " ".join(f"{ball:02d}" for ball in state.balls if ball != pick)
    return (*(int(word) for word in words.split()), pick)


# What must hold for every state and every ball.


def always_that(state: State, pick: Pick) -> bool:
    return spelled_out(state, pick) == (*(b for b in state.balls if b != pick), pick)
