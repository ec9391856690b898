from tests.toy.state import Path, Pick, State


def keys_of_a_set(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> keys_of_a_set(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    marks = {ball: ball for ball in set(state.balls)}
    first = next(iter(marks))  # finding: LDC024
    return (pick if first else first,)


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return keys_of_a_set(state, pick) == (pick,)
