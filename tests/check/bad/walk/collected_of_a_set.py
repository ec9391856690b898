from tests.toy.state import Path, Pick, State


def collected_of_a_set(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> collected_of_a_set(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (2, 4)
    """
    path: list[int] = []
    for ball in set(state.balls) - {pick}:
        path.append(ball)
    return (*path, pick)  # finding: LDC024


# What must hold for every state.


def always_right(state: State, pick: Pick) -> bool:
    return collected_of_a_set(state, pick)[-1] == pick
