from ldc.tasks.pursuit.state import (
    Cell,
    Move,
    Moves,
    Routes,
    State,
    Targets,
    is_open,
    straight,
)


def _move(state: State, hunter_cell: Cell, target_cell: Cell, route_cell: Cell) -> Move:
    if is_open(state, route_cell):
        return "stay"
    return straight(state, hunter_cell, target_cell)


def _prey_freezes(
    state: State, hunter_cell: Cell, target_cell: Cell, route_cell: Cell, answer: Move
) -> bool:
    return answer == (
        is_open(state, route_cell)
        and "stay"
        or straight(state, hunter_cell, target_cell)
    )


def prey_freezes(state: State, targets: Targets, routes: Routes) -> Moves:
    """Move the hunter to its target if the way is clear, or stay otherwise.

    Use it when a prey freezes when seen from two sides.

    Args:
        state: The board as the hunters see it.
        targets: Whom each hunter chases, hunter 1 first.
        routes: The cell that each hunter heads for, hunter 1 first.

    Returns:
        What each hunter does now, hunter 1 first.

    Example:
        >>> prey_freezes(
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
        ...     routes=((9, 4), (3, 9), (5, 5)),
        ... )
        ('stay', 'stay', 'stay')
        >>> prey_freezes(
        ...     state=State(
        ...         hunters=((9, 9), (0, 8), (6, 6)),
        ...         prey=((5, 8), (0, 4), (3, 1)),
        ...         loose=(True, True, True),
        ...         walls=((0, 1), (2, 1), (5, 6), (7, 9), (9, 0), (9, 3)),
        ...         zone=(),
        ...         step=0,
        ...         bulletin="prey 1 leaves soon",
        ...     ),
        ...     targets=(2, 3, 2),
        ...     routes=((6, 3), (1, 9), (0, 1)),
        ... )
        ('stay', 'stay', 'left')
    """
    return (
        _move(state, state.hunters[0], state.prey[targets[0] - 1], routes[0]),
        _move(state, state.hunters[1], state.prey[targets[1] - 1], routes[1]),
        _move(state, state.hunters[2], state.prey[targets[2] - 1], routes[2]),
    )


# What must hold for every state and every targets and every routes.


def always_prey_freezes(state: State, targets: Targets, routes: Routes) -> bool:
    return all(
        _prey_freezes(
            state,
            state.hunters[place],
            state.prey[targets[place] - 1],
            routes[place],
            answer,
        )
        for place, answer in enumerate(prey_freezes(state, targets, routes))
    )
