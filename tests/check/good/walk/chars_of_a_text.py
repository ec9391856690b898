from tests.toy.state import Path, Pick, State


def chars_of_a_text(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> chars_of_a_text(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    row = "".join(map(str, state.balls))
    return tuple(int(sign) for sign in row if sign == str(pick))


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return chars_of_a_text(state, pick) == (pick,)
