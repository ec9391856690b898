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
    """
    gap = aim - place(state, guard)
    return max(-pace, min(pace, gap))


def always_within_pace(state: State, aim: Cell, guard: Guard, pace: Pace) -> bool:
    return abs(toward(state, aim, guard, pace)) <= pace
