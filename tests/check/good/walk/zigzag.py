from tests.toy.state import Path, Pick, State


def zigzag(state: State, pick: Pick, turns: tuple[bool, bool]) -> Path:
    """Walk to the ball.

    Use it when the air is calm.

    Args:
        state: What the robot sees.
        pick: The ball to fetch.
        turns: Whether to step aside before, and after.

    Returns:
        The way, which ends on the ball.

    Example:
        >>> zigzag(
        ...     state=State(balls=(2, 4), wind=0, sign=""), pick=4, turns=(True, False)
        ... )
        (2, 4)
    """
    before, after = turns
    path = [state.balls[0]] if before else []
    if after:
        path.append(state.balls[-1])
    return (*path, pick)


# What must hold for every state.


def always_right(state: State, pick: Pick, turns: tuple[bool, bool]) -> bool:
    ends = (min(state.balls), max(state.balls))
    aside = tuple(end for end, turn in zip(ends, turns, strict=True) if turn)
    return zigzag(state, pick, turns) == (*aside, pick)
