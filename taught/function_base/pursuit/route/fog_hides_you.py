from ldc.tasks.pursuit.state import Cell, Routes, State, Targets, after, straight


def _route(state: State, hunter_cell: Cell, target_cell: Cell) -> Cell:
    return after(hunter_cell, straight(state, hunter_cell, target_cell))


def _fog_hides_you(
    state: State, hunter_cell: Cell, target_cell: Cell, answer: Cell
) -> bool:
    return answer == after(hunter_cell, straight(state, hunter_cell, target_cell))


def fog_hides_you(state: State, targets: Targets) -> Routes:
    """Choose the cell nearest to the prey that is not occupied by a hunter.

    Use it when fog hides you.

    Args:
        state: The board as the hunters see it.
        targets: Whom each hunter chases, hunter 1 first.

    Returns:
        The cell that each hunter heads for, hunter 1 first.

    Example:
        >>> fog_hides_you(
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
        ((1, 1), (9, 0), (4, 3))
        >>> fog_hides_you(
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
        ((1, 6), (3, 0), (7, 2))
    """
    return (
        _route(state, state.hunters[0], state.prey[targets[0] - 1]),
        _route(state, state.hunters[1], state.prey[targets[1] - 1]),
        _route(state, state.hunters[2], state.prey[targets[2] - 1]),
    )


# What must hold for every state and every targets.


def always_fog_hides_you(state: State, targets: Targets) -> bool:
    return all(
        _fog_hides_you(
            state, state.hunters[place], state.prey[targets[place] - 1], answer
        )
        for place, answer in enumerate(fog_hides_you(state, targets))
    )
