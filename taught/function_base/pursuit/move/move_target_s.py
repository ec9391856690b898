from ldc.tasks.pursuit.state import Cell, Move, Moves, Routes, State, is_open, straight


def _move(state: State, hunter_cell: Cell, route_cell: Cell) -> Move:
    if is_open(state, route_cell):
        return straight(state, hunter_cell, route_cell)
    return "stay"


def _move_target_s(
    state: State, hunter_cell: Cell, route_cell: Cell, answer: Move
) -> bool:
    return answer == (
        straight(state, hunter_cell, route_cell)
        if is_open(state, route_cell)
        else "stay"
    )


def move_target_s(state: State, routes: Routes) -> Moves:
    """Move to the target if it's clear, otherwise stay.

    Use it when fog hides you.

    Args:
        state: The board as the hunters see it.
        routes: The cell that each hunter heads for, hunter 1 first.

    Returns:
        What each hunter does now, hunter 1 first.

    Example:
        >>> move_target_s(
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
        ('down', 'up', 'up')
        >>> move_target_s(
        ...     state=State(
        ...         hunters=((8, 8), (4, 7), (1, 1)),
        ...         prey=((1, 5), (3, 4), (0, 4)),
        ...         loose=(True, True, True),
        ...         walls=((0, 0), (0, 7), (1, 4), (5, 8), (8, 2), (9, 0)),
        ...         zone=(),
        ...         step=0,
        ...         bulletin="no news",
        ...     ),
        ...     routes=((2, 9), (4, 2), (6, 1)),
        ... )
        ('up', 'left', 'down')
    """
    return (
        _move(state, state.hunters[0], routes[0]),
        _move(state, state.hunters[1], routes[1]),
        _move(state, state.hunters[2], routes[2]),
    )


# What must hold for every state and every routes.


def always_move_target_s(state: State, routes: Routes) -> bool:
    return all(
        _move_target_s(state, state.hunters[place], routes[place], answer)
        for place, answer in enumerate(move_target_s(state, routes))
    )
