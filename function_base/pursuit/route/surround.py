from itertools import permutations

from ldc.tasks.pursuit.state import Routes, State, Targets, close_in, gap, neighbours


def surround(state: State, targets: Targets) -> Routes:
    """Send the hunters to different sides of their target, then onto it.

    A prey that is closed in on every side has nowhere to run.

    Use it when the target runs free.

    Args:
        state: The board as the hunters see it.
        targets: Whom each hunter chases.

    Returns:
        Open cells beside each target, shared out with the shortest gaps in all; the
        target's own cell for a hunter beside it. Ties go to up, down, left, right.

    Example:
        >>> surround(
        ...     state=State(
        ...         hunters=((0, 0), (0, 4), (9, 9)), prey=((5, 0), (5, 5), (8, 8)),
        ...         loose=(True, True, True), walls=(), zone=(), step=0, bulletin=""
        ...     ),
        ...     targets=(2, 2, 2),
        ... )
        ((4, 5), (5, 4), (6, 5))
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
    return close_in(state, targets, (one, two, three))


# What must hold for every state and all targets.


def always_at_the_target(state: State, targets: Targets) -> bool:
    routes = zip(targets, surround(state, targets), strict=True)
    return all(gap(state.prey[target - 1], cell) <= 1 for target, cell in routes)


def always_different_sides(state: State, targets: Targets) -> bool:
    sides = []
    for i, cell in enumerate(surround(state, targets)):
        prey = state.prey[targets[i] - 1]
        if gap(state.hunters[i], prey) != 1 and len(neighbours(state, prey)) >= 3:
            sides.append((targets[i], cell))
    return len(set(sides)) == len(sides)


def always_steps_in_when_beside(state: State, targets: Targets) -> bool:
    return all(
        gap(hunter, state.prey[target - 1]) != 1 or cell == state.prey[target - 1]
        for hunter, target, cell in zip(
            state.hunters, targets, surround(state, targets), strict=True
        )
    )
