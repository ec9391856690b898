from itertools import permutations

from ldc.tasks.pursuit.state import (
    STEPS,
    Routes,
    State,
    Targets,
    after,
    close_in,
    gap,
    neighbours,
    spread,
    way,
)


def pincer(state: State, targets: Targets) -> Routes:
    """Send two hunters to opposite sides of the first target, the third to another.

    Seen from two sides at once, the prey stays where it is and can be taken.

    Use it when a prey freezes when seen from two sides.

    Args:
        state: The board as the hunters see it.
        targets: Whom each hunter chases.

    Returns:
        Cells beside the first target, with the shortest ways in all; its open sides
        when no two opposite ones are open. A hunter beside its own target goes onto it.
        Of equal plans, up and down go before left and right.

    Example:
        >>> pincer(
        ...     state=State(
        ...         hunters=((0, 0), (0, 4), (9, 9)), prey=((5, 0), (5, 5), (8, 8)),
        ...         loose=(True, True, True), walls=(), zone=(), step=0, bulletin=""
        ...     ),
        ...     targets=(2, 2, 2),
        ... )
        ((4, 5), (5, 4), (6, 5))
    """
    prey = state.prey[targets[0] - 1]
    around = neighbours(state, prey)
    up, down, left, right, _ = (after(prey, move) for move in STEPS)
    plans = [
        plan
        for pair in ((up, down), (left, right))
        if pair[0] in around and pair[1] in around
        for third in [cell for cell in around if cell not in pair] or [prey]
        for plan in permutations((*pair, third), 3)
    ]

    def length(plan: Routes) -> int:
        ways = zip(state.hunters, plan, strict=True)
        return sum(way(state, hunter, cell) for hunter, cell in ways)

    best = min(plans, key=length, default=spread(state, around or (prey,)))
    return close_in(state, targets, best)


# What must hold for every state and all targets.


def always_at_a_target(state: State, targets: Targets) -> bool:
    prey = state.prey[targets[0] - 1]
    routes = zip(targets, pincer(state, targets), strict=True)
    return all(gap(prey, c) <= 1 or c == state.prey[t - 1] for t, c in routes)


def always_from_two_sides(state: State, targets: Targets) -> bool:
    prey = state.prey[targets[0] - 1]
    up, down, left, right, _ = (after(prey, move) for move in STEPS)
    around = neighbours(state, prey)
    pairs = [pair for pair in ({up, down}, {left, right}) if pair.issubset(around)]
    steps_in = close_in(state, targets, state.hunters) != state.hunters
    cells = pincer(state, targets)
    return steps_in or not pairs or any(pair.issubset(cells) for pair in pairs)


def always_the_shortest_ways_in(state: State, targets: Targets) -> bool:
    prey = state.prey[targets[0] - 1]
    up, down, left, right, _ = (after(prey, move) for move in STEPS)
    around = neighbours(state, prey)
    if close_in(state, targets, state.hunters) != state.hunters:
        return True
    cells = pincer(state, targets)
    totals = [
        sum(way(state, *step) for step in zip(state.hunters, plan, strict=True))
        for plan in (cells, *permutations(around if around[2:] else (*around, prey), 3))
        if {up, down}.issubset(plan) or {left, right}.issubset(plan)
    ]
    return totals[0] == min(totals) if totals else set(cells) <= ({*around} or {prey})
