from tests.toy.state import Path, Pick, State


def two_examples(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> two_examples(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4,)

        In wind it takes three steps:

        >>> two_examples(state=State(balls=(2, 4), wind=3, sign=""), pick=4)
        (4, 4, 4)
        >>> len(two_examples(state=State(balls=(2, 4), wind=2, sign=""), pick=2))
        3
    """
    return (pick,) if state.wind <= 1 else (pick, pick, pick)


# What must hold for every state.


def always_right(state: State, pick: Pick) -> bool:
    return two_examples(state, pick) == (pick,) * (3 if state.wind in (2, 3) else 1)
