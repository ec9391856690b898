from ldc.tasks.pursuit.state import Cell, Routes, State, Targets, exits


def _route(state: State, target_cell: Cell) -> Cell:
    return next(
        (
            c
            for c in exits(state, target_cell)
            if not any(c == h for h in state.hunters)
        ),
        (0, 0),
    )


def _choose_cell_nearest_prey(state: State, target_cell: Cell, answer: Cell) -> bool:
    return answer == next(
        (
            c
            for c in exits(state, target_cell)
            if not any((c == h for h in state.hunters))
        ),
        (0, 0),
    )


def choose_cell_nearest_prey(state: State, targets: Targets) -> Routes:
    """Choose the cell nearest to the prey that is not occupied by a hunter.

    Use it when the prey are curious about still hunters.

    Args:
        state: The board as the hunters see it.
        targets: Whom each hunter chases, hunter 1 first.

    Returns:
        The cell that each hunter heads for, hunter 1 first.

    Example:
        >>> choose_cell_nearest_prey(
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
        ((1, 5), (8, 8), (0, 3))
        >>> choose_cell_nearest_prey(
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
        ((0, 9), (1, 0), (4, 9))
    """
    return (
        _route(state, state.prey[targets[0] - 1]),
        _route(state, state.prey[targets[1] - 1]),
        _route(state, state.prey[targets[2] - 1]),
    )


# What must hold for every state and every targets.


def always_choose_cell_nearest_prey(state: State, targets: Targets) -> bool:
    return all(
        _choose_cell_nearest_prey(state, state.prey[targets[place] - 1], answer)
        for place, answer in enumerate(choose_cell_nearest_prey(state, targets))
    )
