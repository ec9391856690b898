from tests.patrol.state import Guard, Shift, State, place


def follow(state: State, guard: Guard, leader: Guard) -> Shift:
    """Go where another guard is.

    Use it when the guard has lost the way.

    Args:
        state: What is seen.
        guard: Who goes.
        leader: Whom to follow.

    Returns:
        The shift, one cell at most.

    Example:
        >>> follow(State((1, 3), (4, 7), 0, ()), guard=1, leader=3)
        1
    """
    gap = place(state, leader) - place(state, guard)
    return max(-1, min(1, gap))


# What must hold for every guard.


def always_one_cell_nearer(state: State, guard: Guard, leader: Guard) -> bool:
    gap = abs(place(state, leader) - place(state, guard))
    shift = follow(state, guard, leader)
    after = abs(place(state, leader) - place(state, guard) - shift)
    return after == max(0, gap - 1)
