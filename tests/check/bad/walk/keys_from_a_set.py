from tests.toy.state import Path, Pick, State


def keys_from_a_set(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> keys_from_a_set(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    marks = dict.fromkeys(set(state.balls), 1)
    first = list(marks)[0]  # finding: LDC024
    return (pick if first else first,)


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return keys_from_a_set(state, pick) == (pick,)
