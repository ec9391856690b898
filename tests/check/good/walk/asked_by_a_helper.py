from tests.toy.state import Path, Pick, State


def _length(state: State, pick: Pick) -> int:
    return len(asked_by_a_helper(state, pick))


def asked_by_a_helper(state: State, pick: Pick) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> asked_by_a_helper(state=State(balls=(2, 4), wind=0, sign=""), pick=4)
        (4, 4)
    """
    return (pick,) * len(state.balls)


# What must hold for every state.


def always_as_many_as_balls(state: State, pick: Pick) -> bool:
    return _length(state, pick) == sum(1 for _ in state.balls)


def always_the_ball(state: State, pick: Pick) -> bool:
    path = asked_by_a_helper(state=state, pick=pick)
    return all(ball == pick for ball in path)
