from ldc.tasks.pursuit.state import Prey, State, Targets


def go_first(state: State, prey: Prey) -> Targets:
    """Send all hunters after the prey that is named, however far it is.

    It must be caught before it is gone; the others can be caught later.

    Use it when a prey leaves soon.

    Args:
        state: The board as the hunters see it.
        prey: The prey that will soon be gone.

    Returns:
        The named prey three times.

    Example:
        >>> go_first(
        ...     state=State(
        ...         hunters=((0, 0), (0, 4), (9, 9)), prey=((5, 0), (5, 5), (8, 8)),
        ...         loose=(True, True, True), walls=(), zone=(), step=0, bulletin=""
        ...     ),
        ...     prey=3,
        ... )
        (3, 3, 3)
    """
    return prey, prey, prey


# What must hold for every state and every prey.


def always_the_named_one(state: State, prey: Prey) -> bool:
    return all(target == prey for target in go_first(state, prey))
