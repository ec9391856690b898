from ldc.tasks.pursuit.state import Cell, Hunter, Prey, State, Targets, gap


def _target(
    state: State, hunter_number: Hunter, prey_number: Prey, prey_cell: Cell
) -> Prey:
    if gap(prey_cell, state.hunters[hunter_number - 1]) > gap(
        prey_cell, state.prey[prey_number - 1]
    ):
        return prey_number
    return hunter_number


def _chase_nearest_prey_chased(
    state: State,
    hunter_number: Hunter,
    prey_number: Prey,
    prey_cell: Cell,
    answer: Prey,
) -> bool:
    return answer == (
        prey_number
        if gap(prey_cell, state.hunters[hunter_number - 1])
        > gap(prey_cell, state.prey[prey_number - 1])
        else hunter_number
    )


def chase_nearest_prey_chased(state: State, prey: Prey) -> Targets:
    """Chase the nearest prey to be chased by the given hunter.

    Use it when a prey freezes when seen from two sides.

    Args:
        state: The board as the hunters see it.
        prey: A prey by its number, 1 to 3; only prey still at large can be named.

    Returns:
        Whom each hunter chases, hunter 1 first.

    Example:
        >>> chase_nearest_prey_chased(
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
        (2, 2, 2)
        >>> chase_nearest_prey_chased(
        ...     state=State(
        ...         hunters=((2, 3), (4, 5), (5, 4)),
        ...         prey=((7, 7), (8, 8), (5, 1)),
        ...         loose=(True, True, True),
        ...         walls=((2, 0), (3, 5), (4, 3), (5, 6), (5, 8), (9, 2)),
        ...         zone=(),
        ...         step=0,
        ...         bulletin="no news",
        ...     ),
        ...     prey=3,
        ... )
        (3, 3, 3)
    """
    return (
        _target(state, 1, prey, state.prey[prey - 1]),
        _target(state, 2, prey, state.prey[prey - 1]),
        _target(state, 3, prey, state.prey[prey - 1]),
    )


# What must hold for every state and every prey.


def always_chase_nearest_prey_chased(state: State, prey: Prey) -> bool:
    return all(
        _chase_nearest_prey_chased(state, place + 1, prey, state.prey[prey - 1], answer)
        for place, answer in enumerate(chase_nearest_prey_chased(state, prey))
    )
