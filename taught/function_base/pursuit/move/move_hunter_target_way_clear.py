from ldc.tasks.pursuit.state import (
    Cell,
    Hunter,
    Move,
    Moves,
    Prey,
    Routes,
    State,
    Targets,
    exits,
    is_open,
    straight,
)


def _move(
    state: State,
    hunter_number: Hunter,
    hunter_cell: Cell,
    target_number: Prey,
    target_cell: Cell,
    route_cell: Cell,
) -> Move:
    if target_number == hunter_number or any(
        is_open(state, cell) for cell in exits(state, target_cell)
    ):
        return "stay"
    return straight(state, hunter_cell, route_cell)


def _move_hunter_target_way_clear(
    state: State, hunter_cell: Cell, route_cell: Cell, answer: Move
) -> bool:
    return answer in ("stay", straight(state, hunter_cell, route_cell))


def move_hunter_target_way_clear(
    state: State, targets: Targets, routes: Routes
) -> Moves:
    """Move the hunter to its target if the way is clear; stay otherwise.

    Use it when the prey are curious about still hunters.

    Args:
        state: The board as the hunters see it.
        targets: Whom each hunter chases, hunter 1 first.
        routes: The cell that each hunter heads for, hunter 1 first.

    Returns:
        What each hunter does now, hunter 1 first.

    Example:
        >>> move_hunter_target_way_clear(
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
    """
    return (
        _move(
            state,
            1,
            state.hunters[0],
            targets[0],
            state.prey[targets[0] - 1],
            routes[0],
        ),
        _move(
            state,
            2,
            state.hunters[1],
            targets[1],
            state.prey[targets[1] - 1],
            routes[1],
        ),
        _move(
            state,
            3,
            state.hunters[2],
            targets[2],
            state.prey[targets[2] - 1],
            routes[2],
        ),
    )


# What must hold for every state and every targets and every routes.


def always_move_hunter_target_way_clear(
    state: State, targets: Targets, routes: Routes
) -> bool:
    return all(
        _move_hunter_target_way_clear(
            state, state.hunters[place], routes[place], answer
        )
        for place, answer in enumerate(
            move_hunter_target_way_clear(state, targets, routes)
        )
    )
