from ldc.tasks.pursuit.state import Cell, Move, Moves, Routes, State, is_open, straight


def _move(state: State, hunter_cell: Cell, route_cell: Cell) -> Move:
    if is_open(state, route_cell):
        return "stay"
    return straight(state, hunter_cell, route_cell)


def _choose_shortest_way(
    state: State, hunter_cell: Cell, route_cell: Cell, answer: Move
) -> bool:
    return answer in ("stay", straight(state, hunter_cell, route_cell))


def choose_shortest_way(state: State, routes: Routes) -> Moves:
    """Choose the shortest way to the prey from the current position.

    Use it when something is in the way.

    Args:
        state: The board as the hunters see it.
        routes: The cell that each hunter heads for, hunter 1 first.

    Returns:
        What each hunter does now, hunter 1 first.

    Example:
        >>> choose_shortest_way(
        ...     state=State(
        ...         hunters=((2, 6), (4, 0), (8, 2)),
        ...         prey=((1, 9), (5, 9), (0, 0)),
        ...         loose=(True, True, True),
        ...         walls=((0, 5), (0, 8), (2, 1), (6, 5), (7, 6), (9, 9)),
        ...         zone=(),
        ...         step=0,
        ...         bulletin="no news",
        ...     ),
        ...     routes=((9, 4), (3, 9), (5, 5)),
        ... )
        ('stay', 'stay', 'stay')
        >>> choose_shortest_way(
        ...     state=State(
        ...         hunters=((9, 9), (0, 8), (6, 6)),
        ...         prey=((5, 8), (0, 4), (3, 1)),
        ...         loose=(True, True, True),
        ...         walls=((0, 1), (2, 1), (5, 6), (7, 9), (9, 0), (9, 3)),
        ...         zone=(),
        ...         step=0,
        ...         bulletin="prey 1 leaves soon",
        ...     ),
        ...     routes=((6, 3), (1, 9), (0, 1)),
        ... )
        ('stay', 'stay', 'left')
    """
    return (
        _move(state, state.hunters[0], routes[0]),
        _move(state, state.hunters[1], routes[1]),
        _move(state, state.hunters[2], routes[2]),
    )


# What must hold for every state and every routes.


def always_choose_shortest_way(state: State, routes: Routes) -> bool:
    return all(
        _choose_shortest_way(state, state.hunters[place], routes[place], answer)
        for place, answer in enumerate(choose_shortest_way(state, routes))
    )
