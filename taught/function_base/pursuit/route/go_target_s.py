from ldc.tasks.pursuit.state import Cell, Routes, State, Targets


def _route(state: State, targets: Targets, place: int) -> Cell:
    return state.prey[targets[place] - 1]


def _go_target_s(state: State, targets: Targets, place: int, answer: Cell) -> bool:
    return state.prey[targets[place] - 1] == answer


def go_target_s(state: State, targets: Targets) -> Routes:
    """Go to the target's cell.

    Use it when the target runs free.

    Args:
        state: The board as the hunters see it.
        targets: Whom each hunter chases, hunter 1 first.

    Returns:
        The cell that each hunter heads for, hunter 1 first.

    Example:
        >>> go_target_s(
        ...     state=State(
        ...         hunters=((0, 1), (8, 0), (5, 3)),
        ...         prey=((9, 8), (2, 5), (1, 3)),
        ...         loose=(True, True, True),
        ...         walls=((4, 0), (5, 4), (5, 9), (6, 5), (7, 8), (9, 1)),
        ...         zone=(),
        ...         step=0,
        ...         bulletin="no news",
        ...     ),
        ...     targets=(2, 1, 3),
        ... )
        ((2, 5), (9, 8), (1, 3))
        >>> go_target_s(
        ...     state=State(
        ...         hunters=((2, 6), (4, 0), (8, 2)),
        ...         prey=((1, 9), (5, 9), (0, 0)),
        ...         loose=(True, True, True),
        ...         walls=((0, 5), (0, 8), (2, 1), (6, 5), (7, 6), (9, 9)),
        ...         zone=(),
        ...         step=0,
        ...         bulletin="no news",
        ...     ),
        ...     targets=(1, 3, 2),
        ... )
        ((1, 9), (0, 0), (5, 9))
    """
    return (
        _route(state, targets, 0),
        _route(state, targets, 1),
        _route(state, targets, 2),
    )


# What must hold for every state and every targets.


def always_go_target_s(state: State, targets: Targets) -> bool:
    return all(
        _go_target_s(state, targets, place, answer)
        for place, answer in enumerate(go_target_s(state, targets))
    )
