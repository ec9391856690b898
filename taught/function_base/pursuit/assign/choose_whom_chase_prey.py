from ldc.tasks.pursuit.state import Prey, State, Targets


def _target(prey_number: Prey) -> Prey:
    return prey_number


def _choose_whom_chase_prey(prey_number: Prey, answer: Prey) -> bool:
    return answer == prey_number


def choose_whom_chase_prey(state: State, prey: Prey) -> Targets:
    """Choose whom to chase: a prey is a decoy.

    Use it when a prey is a decoy.

    Args:
        state: The board as the hunters see it.
        prey: A prey by its number, 1 to 3; only prey still at large can be named.

    Returns:
        Whom each hunter chases, hunter 1 first.

    Example:
        >>> choose_whom_chase_prey(
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
        >>> choose_whom_chase_prey(
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
    part = _target(prey)
    return part, part, part


# What must hold for every state and every prey.


def always_choose_whom_chase_prey(state: State, prey: Prey) -> bool:
    return all(
        _choose_whom_chase_prey(prey, answer)
        for answer in choose_whom_chase_prey(state, prey)
    )
