from ldc.tasks.pursuit.state import Move, Moves, State


def _move() -> Move:
    return "stay"


def _stay(answer: Move) -> bool:
    return answer == "stay"


def stay(state: State) -> Moves:
    """Stay.

    Use it when something is in the way.

    Args:
        state: The board as the hunters see it.

    Returns:
        What each hunter does now, hunter 1 first.

    Example:
        >>> stay(
        ...     state=State(
        ...         hunters=((2, 6), (4, 0), (8, 2)),
        ...         prey=((1, 9), (5, 9), (0, 0)),
        ...         loose=(True, True, True),
        ...         walls=((0, 5), (0, 8), (2, 1), (6, 5), (7, 6), (9, 9)),
        ...         zone=(),
        ...         step=0,
        ...         bulletin="no news",
        ...     )
        ... )
        ('stay', 'stay', 'stay')
    """
    part = _move()
    return part, part, part


# What must hold for every state.


def always_stay(state: State) -> bool:
    return all(_stay(answer) for answer in stay(state))
