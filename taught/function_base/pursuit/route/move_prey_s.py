from ldc.tasks.pursuit.state import Cell, Prey, Routes, State


def _route(state: State, prey: Prey) -> Cell:
    return state.prey[prey - 1]


def _move_prey_s(state: State, prey: Prey, answer: Cell) -> bool:
    return state.prey[prey - 1] == answer


def move_prey_s(state: State, prey: Prey) -> Routes:
    """Move to the prey's cell.

    Use it when a prey is a decoy.

    Args:
        state: The board as the hunters see it.
        prey: A prey by its number, 1 to 3; only prey still at large can be named.

    Returns:
        The cell that each hunter heads for, hunter 1 first.

    Example:
        >>> move_prey_s(
        ...     state=State(
        ...         hunters=((0, 1), (8, 0), (5, 3)),
        ...         prey=((9, 8), (2, 5), (1, 3)),
        ...         loose=(True, True, True),
        ...         walls=((4, 0), (5, 4), (5, 9), (6, 5), (7, 8), (9, 1)),
        ...         zone=(),
        ...         step=0,
        ...         bulletin="no news",
        ...     ),
        ...     prey=1,
        ... )
        ((9, 8), (9, 8), (9, 8))
        >>> move_prey_s(
        ...     state=State(
        ...         hunters=((0, 1), (8, 0), (5, 3)),
        ...         prey=((9, 8), (2, 5), (1, 3)),
        ...         loose=(True, True, True),
        ...         walls=((4, 0), (5, 4), (5, 9), (6, 5), (7, 8), (9, 1)),
        ...         zone=(),
        ...         step=0,
        ...         bulletin="no news",
        ...     ),
        ...     prey=3,
        ... )
        ((1, 3), (1, 3), (1, 3))
    """
    part = _route(state, prey)
    return part, part, part


# What must hold for every state and every prey.


def always_move_prey_s(state: State, prey: Prey) -> bool:
    return all(_move_prey_s(state, prey, answer) for answer in move_prey_s(state, prey))
