from ldc.tasks.pursuit.state import Cell, Hunter, Prey, State, Targets, at_large, gap


def _target(state: State, own_cell: Cell, hunter_number: Hunter) -> Prey:
    others = [n for n in at_large(state) if n != hunter_number]
    return min(
        others, key=lambda n: gap(own_cell, state.prey[n - 1]), default=hunter_number
    )


def _choose_whom_chase(
    state: State, own_cell: Cell, hunter_number: Hunter, answer: Prey
) -> bool:
    return all(
        (
            gap(own_cell, state.prey[answer - 1]) <= gap(own_cell, state.prey[n - 1])
            for n in at_large(state)
            if n != hunter_number
        )
    )


def choose_whom_chase(state: State, hunter: Hunter) -> Targets:
    """Choose whom to chase: a hunter is tired.

    Use it when a hunter is tired.

    Args:
        state: The board as the hunters see it.
        hunter: A hunter by its number, 1 to 3.

    Returns:
        Whom each hunter chases, hunter 1 first.

    Example:
        >>> choose_whom_chase(
        ...     state=State(
        ...         hunters=((0, 7), (3, 7), (2, 1)),
        ...         prey=((7, 8), (5, 9), (7, 6)),
        ...         loose=(True, True, True),
        ...         walls=((1, 8), (4, 3), (4, 9), (7, 4), (8, 0), (8, 9)),
        ...         zone=(),
        ...         step=0,
        ...         bulletin="no news",
        ...     ),
        ...     hunter=2,
        ... )
        (1, 1, 3)
        >>> choose_whom_chase(
        ...     state=State(
        ...         hunters=((2, 3), (4, 5), (5, 4)),
        ...         prey=((7, 7), (8, 8), (5, 1)),
        ...         loose=(True, True, True),
        ...         walls=((2, 0), (3, 5), (4, 3), (5, 6), (5, 8), (9, 2)),
        ...         zone=(),
        ...         step=0,
        ...         bulletin="no news",
        ...     ),
        ...     hunter=3,
        ... )
        (1, 1, 1)
    """
    return (
        _target(state, state.hunters[0], hunter),
        _target(state, state.hunters[1], hunter),
        _target(state, state.hunters[2], hunter),
    )


# What must hold for every state and every hunter.


def always_choose_whom_chase(state: State, hunter: Hunter) -> bool:
    return all(
        _choose_whom_chase(state, state.hunters[place], hunter, answer)
        for place, answer in enumerate(choose_whom_chase(state, hunter))
    )
