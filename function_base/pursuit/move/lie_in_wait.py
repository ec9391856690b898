from ldc.tasks.pursuit.state import (
    STEPS,
    Move,
    Moves,
    Routes,
    State,
    after,
    is_open,
    neighbours,
)


def lie_in_wait(state: State, routes: Routes) -> Moves:
    """Keep still, and step only onto a prey that has come beside a hunter.

    Any other step would send the curious prey away.

    Use it when the prey are curious.

    Args:
        state: The board as the hunters see it.
        routes: The cell that each hunter heads for.

    Returns:
        A step onto a loose prey beside the hunter, the first of up, down, left, right;
        else "stay". Of two hunters beside one prey, the lower number steps.

    Example:
        >>> lie_in_wait(
        ...     state=State(
        ...         hunters=((5, 4), (0, 4), (9, 9)), prey=((5, 0), (5, 5), (8, 8)),
        ...         loose=(True, True, True), walls=(), zone=(), step=0, bulletin=""
        ...     ),
        ...     routes=((5, 4), (0, 4), (9, 9)),
        ... )
        ('right', 'stay', 'stay')
    """
    loose = [cell for cell, free in zip(state.prey, state.loose, strict=True) if free]
    standing = list(state.hunters)
    moves: list[Move] = ["stay", "stay", "stay"]
    for i, hunter in enumerate(state.hunters):
        for move in STEPS:
            there = after(hunter, move)
            if there in loose and there not in standing and is_open(state, there):
                moves[i], standing[i] = move, there
                break
    one, two, three = moves
    return one, two, three


# What must hold for every state and all routes.


def always_keeps_apart(state: State, routes: Routes) -> bool:
    standing = list(state.hunters)
    for i, move in enumerate(lie_in_wait(state, routes)):
        there = after(standing[i], move)
        if move != "stay" and (there in standing or not is_open(state, there)):
            return False
        standing[i] = there
    return True


def always_onto_a_loose_prey(state: State, routes: Routes) -> bool:
    moves = zip(state.hunters, lie_in_wait(state, routes), strict=True)
    loose = zip(state.prey, state.loose, strict=True)
    cells = [cell for cell, free in loose if free]
    return all(move == "stay" or after(cell, move) in cells for cell, move in moves)


def always_the_first_takes_what_it_can(state: State, routes: Routes) -> bool:
    loose = zip(state.prey, state.loose, strict=True)
    cells = {cell for cell, free in loose if free and cell not in state.hunters}
    beside = cells.intersection(neighbours(state, state.hunters[0]))
    return (lie_in_wait(state, routes)[0] != "stay") == bool(beside)
