from tests.toy.state import Path, Pick, State


def told_in_a_text(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> told_in_a_text(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    text = f"{pick:0{len(state.balls) + 1}d}"
    return (int(text),)


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return told_in_a_text(state, pick) == (pick,)
