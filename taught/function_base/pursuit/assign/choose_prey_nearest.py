from ldc.tasks.pursuit.state import Cell, Prey, State, Targets, at_large, gap


def _target(state: State, hunter_cell: Cell) -> Prey:
    return min(at_large(state), key=lambda n: gap(hunter_cell, state.prey[n - 1]))


def _choose_prey_nearest(state: State, hunter_cell: Cell, answer: Prey) -> bool:
    return all(
        (
            gap(hunter_cell, state.prey[answer - 1])
            <= gap(hunter_cell, state.prey[n - 1])
            for n in at_large(state)
        )
    )


def choose_prey_nearest(state: State) -> Targets:
    """Choose the prey nearest to be chased by the given hunter.

    Use it when the prey run loose.

    Args:
        state: The board as the hunters see it.

    Returns:
        Whom each hunter chases, hunter 1 first.

    Example:
        >>> choose_prey_nearest(
        ...     state=State(
        ...         hunters=((0, 1), (8, 0), (5, 3)),
        ...         prey=((9, 8), (2, 5), (1, 3)),
        ...         loose=(True, True, True),
        ...         walls=((4, 0), (5, 4), (5, 9), (6, 5), (7, 8), (9, 1)),
        ...         zone=(),
        ...         step=0,
        ...         bulletin="no news",
        ...     )
        ... )
        (3, 1, 3)
        >>> choose_prey_nearest(
        ...     state=State(
        ...         hunters=((2, 6), (4, 0), (8, 2)),
        ...         prey=((1, 9), (5, 9), (0, 0)),
        ...         loose=(True, True, True),
        ...         walls=((0, 5), (0, 8), (2, 1), (6, 5), (7, 6), (9, 9)),
        ...         zone=(),
        ...         step=0,
        ...         bulletin="no news",
        ...     )
        ... )
        (1, 3, 2)
    """
    return (
        _target(state, state.hunters[0]),
        _target(state, state.hunters[1]),
        _target(state, state.hunters[2]),
    )


# What must hold for every state.


def always_choose_prey_nearest(state: State) -> bool:
    return all(
        _choose_prey_nearest(state, state.hunters[place], answer)
        for place, answer in enumerate(choose_prey_nearest(state))
    )
