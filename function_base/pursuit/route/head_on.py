from ldc.tasks.pursuit.state import Routes, State, Targets


def head_on(state: State, targets: Targets) -> Routes:
    """Send each hunter straight to the cell of its target.

    A prey that does not notice the hunters stays near; no way round it is needed.

    Use it when the prey cannot see or hear you.

    Args:
        state: The board as the hunters see it.
        targets: Whom each hunter chases.

    Returns:
        The cell of each hunter's target.

    Example:
        >>> head_on(
        ...     state=State(
        ...         hunters=((0, 0), (0, 4), (9, 9)), prey=((5, 0), (5, 5), (8, 8)),
        ...         loose=(True, True, True), walls=(), zone=(), step=0, bulletin=""
        ...     ),
        ...     targets=(1, 2, 2),
        ... )
        ((5, 0), (5, 5), (5, 5))
    """
    one, two, three = (state.prey[target - 1] for target in targets)
    return one, two, three


# What must hold for every state and all targets.


def always_the_cell_of_the_target(state: State, targets: Targets) -> bool:
    return all(
        cell == state.prey[target - 1]
        for target, cell in zip(targets, head_on(state, targets), strict=True)
    )
