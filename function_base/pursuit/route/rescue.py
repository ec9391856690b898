from itertools import permutations

from ldc.tasks.pursuit.state import (
    FAR,
    Hunter,
    Routes,
    State,
    Targets,
    close_in,
    gap,
    neighbours,
    way,
)


def rescue(state: State, targets: Targets, hunter: Hunter) -> Routes:
    """Send the nearest hunter beside the named one, and surround the targets.

    A broken hunter moves again once another stands next to it.

    Use it when a hunter has broken down.

    Args:
        state: The board as the hunters see it.
        targets: Whom each hunter chases.
        hunter: The hunter that has broken down.

    Returns:
        For the helper the nearest open cell beside the named hunter; for the others as
        in a surround. Ties go to the lower number, and to up, down, left, right.

    Example:
        >>> rescue(
        ...     state=State(
        ...         hunters=((0, 0), (0, 4), (9, 9)), prey=((5, 0), (5, 5), (8, 8)),
        ...         loose=(True, True, True), walls=(), zone=(), step=0, bulletin=""
        ...     ),
        ...     targets=(2, 2, 2), hunter=3,
        ... )
        ((4, 5), (8, 9), (6, 5))
    """
    routes = list(state.hunters)
    for target in set(targets):
        prey = state.prey[target - 1]
        who = [i for i in range(3) if targets[i] == target]
        ring = neighbours(state, prey) or (prey,)
        ring = (ring * 3)[: max(3, len(ring))]
        here = [state.hunters[i] for i in who]
        cells = min(permutations(ring, len(who)), key=lambda c: sum(map(gap, here, c)))
        for i, cell in zip(who, cells, strict=True):
            routes[i] = cell
    one, two, three = routes
    routes = list(close_in(state, targets, (one, two, three)))
    broken = state.hunters[hunter - 1]
    others = [i for i in range(3) if i != hunter - 1]
    helper = min(others, key=lambda i: way(state, state.hunters[i], broken))
    routes[helper] = min(
        neighbours(state, broken) or (broken,),
        key=lambda cell: way(state, state.hunters[helper], cell),
    )
    one, two, three = routes
    return one, two, three


# What must hold for every state, all targets and every hunter.


def always_the_nearest_helps(state: State, targets: Targets, hunter: Hunter) -> bool:
    broken = state.hunters[hunter - 1]
    ways = [way(state, start, broken) for start in state.hunters]
    ways[hunter - 1] = FAR + 1
    helper = ways.index(min(ways))
    return gap(rescue(state, targets, hunter)[helper], broken) <= 1


def always_two_go_on_hunting(state: State, targets: Targets, hunter: Hunter) -> bool:
    routes = zip(targets, rescue(state, targets, hunter), strict=True)
    return sum(gap(state.prey[target - 1], cell) <= 1 for target, cell in routes) >= 2
