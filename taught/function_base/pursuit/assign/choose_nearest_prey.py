from ldc.tasks.pursuit.state import Cell, Prey, State, Targets, at_large, gap


def _target(state: State, hunter_cell: Cell, prey_cell: Cell) -> Prey:
    return min(at_large(state), key=lambda n: gap(hunter_cell, prey_cell))


def _choose_nearest_prey(
    state: State, hunter_cell: Cell, prey_cell: Cell, answer: Prey
) -> bool:
    return answer == min(at_large(state), key=lambda n: gap(hunter_cell, prey_cell))


def choose_nearest_prey(state: State, prey: Prey) -> Targets:
    """Choose the nearest prey to be chased by the given hunter.

    Use it when a prey leaves soon.

    Args:
        state: The board as the hunters see it.
        prey: A prey by its number, 1 to 3; only prey still at large can be named.

    Returns:
        Whom each hunter chases, hunter 1 first.

    Example:
        >>> choose_nearest_prey(
        ...     state=State(
        ...         hunters=((0, 7), (3, 7), (2, 1)),
        ...         prey=((7, 8), (5, 9), (7, 6)),
        ...         loose=(True, True, True),
        ...         walls=((1, 8), (4, 3), (4, 9), (7, 4), (8, 0), (8, 9)),
        ...         zone=(),
        ...         step=0,
        ...         bulletin="no news",
        ...     ),
        ...     prey=2,
        ... )
        (1, 1, 1)
    """
    return (
        _target(state, state.hunters[0], state.prey[prey - 1]),
        _target(state, state.hunters[1], state.prey[prey - 1]),
        _target(state, state.hunters[2], state.prey[prey - 1]),
    )


# What must hold for every state and every prey.


def always_choose_nearest_prey(state: State, prey: Prey) -> bool:
    return all(
        _choose_nearest_prey(state, state.hunters[place], state.prey[prey - 1], answer)
        for place, answer in enumerate(choose_nearest_prey(state, prey))
    )
