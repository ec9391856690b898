from ldc.tasks.pursuit.state import Cell, Move, Moves, State, Targets, straight


def _move(state: State, hunter_cell: Cell, target_cell: Cell) -> Move:
    return straight(state, hunter_cell, target_cell)


def _move_hunter_target(
    state: State, hunter_cell: Cell, target_cell: Cell, answer: Move
) -> bool:
    return answer == straight(state, hunter_cell, target_cell)


def move_hunter_target(state: State, targets: Targets) -> Moves:
    """Move the hunter to its target if the way is clear, or stay otherwise.

    Use it when the way is clear.

    Args:
        state: The board as the hunters see it.
        targets: Whom each hunter chases, hunter 1 first.

    Returns:
        What each hunter does now, hunter 1 first.

    Example:
        >>> move_hunter_target(
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
        ('up', 'up', 'up')
        >>> move_hunter_target(
        ...     state=State(
        ...         hunters=((8, 8), (4, 7), (1, 1)),
        ...         prey=((1, 5), (3, 4), (0, 4)),
        ...         loose=(True, True, True),
        ...         walls=((0, 0), (0, 7), (1, 4), (5, 8), (8, 2), (9, 0)),
        ...         zone=(),
        ...         step=0,
        ...         bulletin="no news",
        ...     ),
        ...     targets=(3, 1, 1),
        ... )
        ('up', 'up', 'right')
    """
    return (
        _move(state, state.hunters[0], state.prey[targets[0] - 1]),
        _move(state, state.hunters[1], state.prey[targets[1] - 1]),
        _move(state, state.hunters[2], state.prey[targets[2] - 1]),
    )


# What must hold for every state and every targets.


def always_move_hunter_target(state: State, targets: Targets) -> bool:
    return all(
        _move_hunter_target(
            state, state.hunters[place], state.prey[targets[place] - 1], answer
        )
        for place, answer in enumerate(move_hunter_target(state, targets))
    )
