from ldc.tasks.pursuit.state import Cell, Prey, Routes, State, Targets, neighbours


def _route(
    state: State,
    hunter_cell: Cell,
    target_number: Prey,
    prey_number: Prey,
    prey_cell: Cell,
) -> Cell:
    if prey_number != target_number:
        return prey_cell
    return neighbours(state, hunter_cell)[0]


def _find_nearest_cell(
    state: State,
    hunter_cell: Cell,
    target_number: Prey,
    prey_number: Prey,
    prey_cell: Cell,
    answer: Cell,
) -> bool:
    return answer == (
        prey_cell if prey_number != target_number else neighbours(state, hunter_cell)[0]
    )


def find_nearest_cell(state: State, targets: Targets, prey: Prey) -> Routes:
    """Find the nearest cell to the prey that is not occupied by a hunter.

    Use it when a prey is a decoy.

    Args:
        state: The board as the hunters see it.
        targets: Whom each hunter chases, hunter 1 first.
        prey: A prey by its number, 1 to 3; only prey still at large can be named.

    Returns:
        The cell that each hunter heads for, hunter 1 first.

    Example:
        >>> find_nearest_cell(
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
        ((9, 8), (7, 0), (9, 8))
        >>> find_nearest_cell(
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
        ...     prey=3,
        ... )
        ((1, 1), (1, 3), (1, 3))
    """
    return (
        _route(state, state.hunters[0], targets[0], prey, state.prey[prey - 1]),
        _route(state, state.hunters[1], targets[1], prey, state.prey[prey - 1]),
        _route(state, state.hunters[2], targets[2], prey, state.prey[prey - 1]),
    )


# What must hold for every state and every targets and every prey.


def always_find_nearest_cell(state: State, targets: Targets, prey: Prey) -> bool:
    return all(
        _find_nearest_cell(
            state,
            state.hunters[place],
            targets[place],
            prey,
            state.prey[prey - 1],
            answer,
        )
        for place, answer in enumerate(find_nearest_cell(state, targets, prey))
    )
