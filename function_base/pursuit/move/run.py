from ldc.tasks.pursuit.state import (
    Move,
    Moves,
    Routes,
    State,
    after,
    gap,
    is_open,
    straight,
)


def run(state: State, routes: Routes) -> Moves:
    """Let each hunter step in a straight line to its cell.

    Nothing stands between, so no step needs to be thought over.

    Use it when the way is clear.

    Args:
        state: The board as the hunters see it.
        routes: The cell that each hunter heads for.

    Returns:
        A step that shortens the gap, the first of up, down, left, right; "stay" at the
        goal, and before a wall, the zone or another hunter.

    Example:
        >>> run(
        ...     state=State(
        ...         hunters=((0, 0), (0, 1), (9, 9)), prey=((5, 0), (5, 5), (8, 8)),
        ...         loose=(True, True, True), walls=(), zone=(), step=0, bulletin=""
        ...     ),
        ...     routes=((0, 5), (5, 5), (9, 9)),
        ... )
        ('stay', 'down', 'stay')
    """
    standing = list(state.hunters)
    moves: list[Move] = ["stay", "stay", "stay"]
    for i, goal in enumerate(routes):
        move = straight(state, standing[i], goal)
        there = after(standing[i], move)
        if there not in standing:
            moves[i], standing[i] = move, there
    one, two, three = moves
    return one, two, three


# What must hold for every state and all routes.


def always_keeps_apart(state: State, routes: Routes) -> bool:
    standing = list(state.hunters)
    for i, move in enumerate(run(state, routes)):
        there = after(standing[i], move)
        if move != "stay" and (there in standing or not is_open(state, there)):
            return False
        standing[i] = there
    return True


def always_comes_nearer(state: State, routes: Routes) -> bool:
    return all(
        move == "stay" or gap(after(hunter, move), goal) < gap(hunter, goal)
        for hunter, goal, move in zip(
            state.hunters, routes, run(state, routes), strict=True
        )
    )


def always_the_first_runs(state: State, routes: Routes) -> bool:
    move = straight(state, state.hunters[0], routes[0])
    there = after(state.hunters[0], move)
    return there in state.hunters or run(state, routes)[0] == move
