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
    """
    gap = place(state, leader) - place(state, guard)
    return max(-1, min(1, gap))


def always_nearer(state: State, guard: Guard, leader: Guard) -> bool:
    return abs(follow(state, guard, leader)) <= 1
