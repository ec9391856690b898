from ldc.tasks.pursuit.state import Routes, State, Targets, close_in, gap


def stand_by(state: State, targets: Targets) -> Routes:
    """Keep every hunter where it is, until its target comes beside it.

    Prey that wonder about a still hunter come to look at it.

    Use it when the prey are curious.

    Args:
        state: The board as the hunters see it.
        targets: Whom each hunter chases.

    Returns:
        The cell of each hunter; the cell of its target for a hunter beside it.

    Example:
        >>> stand_by(
        ...     state=State(
        ...         hunters=((5, 4), (0, 4), (9, 9)), prey=((5, 0), (5, 5), (8, 8)),
        ...         loose=(True, True, True), walls=(), zone=(), step=0, bulletin=""
        ...     ),
        ...     targets=(2, 2, 2),
        ... )
        ((5, 5), (0, 4), (9, 9))
    """
    return close_in(state, targets, state.hunters)


# What must hold for every state and all targets.


def always_waits_for_the_target(state: State, targets: Targets) -> bool:
    for i, cell in enumerate(stand_by(state, targets)):
        hunter, prey = state.hunters[i], state.prey[targets[i] - 1]
        if cell != (prey if gap(hunter, prey) == 1 else hunter):
            return False
    return True
