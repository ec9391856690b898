from tests.patrol.state import Cell, Guard, Pace, Shift, State, place


def toward(state: State, aim: Cell, guard: Guard, pace: Pace = 2) -> Shift:
    """Go toward the aim.

    Use it when the guard is away from the aim.

    Args:
        state: What is seen.
        aim: Where to go.
        guard: Who goes.
        pace: How many cells at most.

    Returns:
        The shift, never past the aim.

    Example:
        >>> toward(State((1, 3), (4, 7), 0, (3,)), aim=0, guard=1)
        -2
        >>> toward(State((1, 3), (4, 7), 0, (3,)), aim=0, guard=3, pace=1)
        -1
    """
    gap = aim - place(state, guard)
    return max(-pace, min(pace, gap))


# What must hold for every guard.


def always_within_pace(state: State, aim: Cell, guard: Guard, pace: Pace) -> bool:
    return abs(toward(state, aim, guard, pace)) <= pace


def always_nearer_or_there(state: State, aim: Cell, guard: Guard) -> bool:
    before = place(state, guard)
    after = before + toward(state, aim, guard)
    return after == aim or abs(aim - after) == abs(aim - before) - 2
