from ldc.tasks.pursuit.state import Cell, Prey, Routes, State, Targets, gap, neighbours


def _route(state: State, hunter_cell: Cell, target_cell: Cell, prey_cell: Cell) -> Cell:
    return min(
        neighbours(state, hunter_cell),
        key=lambda x: gap(x, target_cell),
        default=prey_cell,
    )


def _send_hunter_cell(
    state: State, hunter_cell: Cell, target_cell: Cell, answer: Cell
) -> bool:
    return answer == min(
        neighbours(state, hunter_cell), key=lambda x: gap(x, target_cell)
    )


def send_hunter_cell(state: State, targets: Targets, prey: Prey) -> Routes:
    """Send the hunter to the cell nearest the prey, if no other is there.

    Use it when a prey leaves soon.

    Args:
        state: The board as the hunters see it.
        targets: Whom each hunter chases, hunter 1 first.
        prey: A prey by its number, 1 to 3; only prey still at large can be named.

    Returns:
        The cell that each hunter heads for, hunter 1 first.

    Example:
        >>> send_hunter_cell(
        ...     state=State(
        ...         hunters=((0, 1), (8, 0), (5, 3)),
        ...         prey=((9, 8), (2, 5), (1, 3)),
        ...         loose=(True, True, True),
        ...         walls=((4, 0), (5, 4), (5, 9), (6, 5), (7, 8), (9, 1)),
        ...         zone=(),
        ...         step=0,
        ...         bulletin="no news",
        ...     ),
        ...     targets=(3, 1, 2),
        ...     prey=1,
        ... )
        ((1, 1), (9, 0), (4, 3))
        >>> send_hunter_cell(
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
        ...     prey=3,
        ... )
        ((1, 6), (3, 0), (7, 2))
    """
    return (
        _route(
            state, state.hunters[0], state.prey[targets[0] - 1], state.prey[prey - 1]
        ),
        _route(
            state, state.hunters[1], state.prey[targets[1] - 1], state.prey[prey - 1]
        ),
        _route(
            state, state.hunters[2], state.prey[targets[2] - 1], state.prey[prey - 1]
        ),
    )


# What must hold for every state and every targets and every prey.


def always_send_hunter_cell(state: State, targets: Targets, prey: Prey) -> bool:
    return all(
        _send_hunter_cell(
            state, state.hunters[place], state.prey[targets[place] - 1], answer
        )
        for place, answer in enumerate(send_hunter_cell(state, targets, prey))
    )
