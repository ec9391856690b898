from ldc.tasks.pursuit.state import Hunter, Moves, Routes, State, after, is_open, march


def pace(state: State, routes: Routes, hunter: Hunter) -> Moves:
    """Let the named hunter rest on every other step, while the others go on.

    A tired hunter that is driven on does not get up again.

    Use it when a hunter is tired.

    Args:
        state: The board as the hunters see it.
        routes: The cell that each hunter heads for.
        hunter: The hunter that is tired.

    Returns:
        The first steps of shortest ways, of equal ones up, down, left, right; "stay"
        for a blocked hunter, and for the named one on odd steps.

    Example:
        >>> pace(
        ...     state=State(
        ...         hunters=((0, 0), (0, 4), (9, 9)), prey=((5, 0), (5, 5), (8, 8)),
        ...         loose=(True, True, True), walls=(), zone=(), step=1, bulletin=""
        ...     ),
        ...     routes=((5, 0), (5, 5), (8, 8)), hunter=1,
        ... )
        ('stay', 'down', 'up')
    """
    movers = [number for number in (1, 2, 3) if number != hunter or state.step % 2 == 0]
    return march(state, routes, tuple(movers))


# What must hold for every state, all routes and every hunter.


def always_keeps_apart(state: State, routes: Routes, hunter: Hunter) -> bool:
    standing = list(state.hunters)
    for i, move in enumerate(pace(state, routes, hunter)):
        there = after(standing[i], move)
        if move != "stay" and (there in standing or not is_open(state, there)):
            return False
        standing[i] = there
    return True


def always_rests_on_odd_steps(state: State, routes: Routes, hunter: Hunter) -> bool:
    return state.step % 2 == 0 or pace(state, routes, hunter)[hunter - 1] == "stay"


def always_goes_on_with_the_others(
    state: State, routes: Routes, hunter: Hunter
) -> bool:
    others = tuple(number for number in (1, 2, 3) if number != hunter)
    movers = others if state.step % 2 else (1, 2, 3)
    return pace(state, routes, hunter) == march(state, routes, movers)
