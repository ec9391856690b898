from ldc.tasks.pursuit.state import (
    FAR,
    Moves,
    Routes,
    State,
    after,
    gap,
    is_open,
    march,
    neighbours,
    way,
)


def step_around(state: State, routes: Routes) -> Moves:
    """Let each hunter take a step of a shortest way round all that blocks it.

    A straight line would end before a wall, or before another hunter.

    Use it when something is in the way.

    Args:
        state: The board as the hunters see it.
        routes: The cell that each hunter heads for.

    Returns:
        The first step of a shortest way, of equal ones up, down, left, right; "stay"
        when every one of them is taken.

    Example:
        >>> step_around(
        ...     state=State(
        ...         hunters=((0, 0), (0, 4), (9, 9)), prey=((5, 0), (5, 5), (8, 8)),
        ...         loose=(True, True, True), walls=((0, 1),), zone=(),
        ...         step=0, bulletin=""
        ...     ),
        ...     routes=((0, 2), (5, 5), (9, 9)),
        ... )
        ('down', 'down', 'stay')
    """
    return march(state, routes, (1, 2, 3))


# What must hold for every state and all routes.


def always_keeps_apart(state: State, routes: Routes) -> bool:
    standing = list(state.hunters)
    for i, move in enumerate(step_around(state, routes)):
        there = after(standing[i], move)
        if move != "stay" and (there in standing or not is_open(state, there)):
            return False
        standing[i] = there
    return True


def always_comes_nearer(state: State, routes: Routes) -> bool:
    return all(
        move == "stay"
        or way(state, after(hunter, move), goal) < way(state, hunter, goal)
        or gap(after(hunter, move), goal) < gap(hunter, goal)
        for hunter, goal, move in zip(
            state.hunters, routes, step_around(state, routes), strict=True
        )
    )


def always_each_steps_if_it_can(state: State, routes: Routes) -> bool:
    standing = list(state.hunters)
    for i, move in enumerate(step_around(state, routes)):
        here, goal = standing[i], routes[i]
        free = [cell for cell in neighbours(state, here) if cell not in standing]
        nearer = min((way(state, cell, goal) for cell in free), default=FAR)
        if move == "stay" and is_open(state, goal) and nearer < way(state, here, goal):
            return False
        standing[i] = after(here, move)
    return True
