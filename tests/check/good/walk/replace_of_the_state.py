from dataclasses import replace

from tests.toy.state import Path, Pick, State


def replace_of_the_state(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> replace_of_the_state(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4, 4)
    """
    calm = replace(state, wind=0)
    return (pick, pick) if calm == state else (pick,)


# What must hold for every state and every ball.


def always_the_way(state: State, pick: Pick) -> bool:
    return len(replace_of_the_state(state, pick)) == 1 + (state.wind == 0)
