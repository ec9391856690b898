from ldc.tasks.pursuit.state import Moves, Routes, State, after, is_open, march, way


def take_turns(state: State, routes: Routes) -> Moves:
    """Let only one hunter step: the one with the shortest way left that can.

    A single pair of feet on dry leaves does not frighten the prey.

    Use it when dry leaves crackle.

    Args:
        state: The board as the hunters see it.
        routes: The cell that each hunter heads for.

    Returns:
        One step, and "stay" for the others; of equal ways, the lower number's. "stay"
        for all when every hunter is at its goal or blocked.

    Example:
        >>> take_turns(
        ...     state=State(
        ...         hunters=((0, 0), (0, 4), (9, 9)), prey=((5, 0), (5, 5), (8, 8)),
        ...         loose=(True, True, True), walls=(), zone=(), step=0, bulletin=""
        ...     ),
        ...     routes=((5, 0), (5, 5), (8, 9)),
        ... )
        ('stay', 'stay', 'up')
    """
    lengths = [
        way(state, hunter, goal)
        for hunter, goal in zip(state.hunters, routes, strict=True)
    ]
    for i in sorted(range(3), key=lambda i: lengths[i]):
        moves = march(state, routes, (i + 1,))
        if lengths[i] > 0 and moves[i] != "stay":
            return moves
    return "stay", "stay", "stay"


# What must hold for every state and all routes.


def always_keeps_apart(state: State, routes: Routes) -> bool:
    standing = list(state.hunters)
    for i, move in enumerate(take_turns(state, routes)):
        there = after(standing[i], move)
        if move != "stay" and (there in standing or not is_open(state, there)):
            return False
        standing[i] = there
    return True


def always_one_at_a_time(state: State, routes: Routes) -> bool:
    return sum(move != "stay" for move in take_turns(state, routes)) <= 1


def always_the_nearest_that_can(state: State, routes: Routes) -> bool:
    lengths = {
        i: way(state, state.hunters[i], routes[i])
        for i in range(3)
        if march(state, routes, (i + 1,))[i] != "stay"
    }
    moves = take_turns(state, routes)
    moved = [lengths[i] for i in lengths if moves[i] != "stay"]
    return moved == sorted(lengths.values())[:1]
