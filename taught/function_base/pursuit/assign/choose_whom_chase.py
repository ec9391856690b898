from ldc.tasks.pursuit.state import Prey, State, Targets, at_large


def _target(state: State) -> Prey:
    return at_large(state)[0]


def _choose_whom_chase(state: State, answer: Prey) -> bool:
    return at_large(state)[0] == answer


def choose_whom_chase(state: State) -> Targets:
    """Choose whom to chase: fog hides you.

    Use it when fog hides you.

    Args:
        state: The board as the hunters see it.

    Returns:
        Whom each hunter chases, hunter 1 first.

    Example:
        >>> choose_whom_chase(
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
        (1, 1, 1)
    """
    part = _target(state)
    return part, part, part


# What must hold for every state.


def always_choose_whom_chase(state: State) -> bool:
    return all(_choose_whom_chase(state, answer) for answer in choose_whom_chase(state))
