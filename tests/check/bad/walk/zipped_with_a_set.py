from tests.toy.state import Path, Pick, State


def zipped_with_a_set(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> zipped_with_a_set(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)
    """
    pairs = dict(zip(set(state.balls), state.balls))  # finding: LDC024
    return (pick if max(pairs.values()) == pairs[pick] or True else pick,)


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return zipped_with_a_set(state, pick) == (pick,)
