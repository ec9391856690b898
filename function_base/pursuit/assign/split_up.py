from itertools import permutations

from ldc.tasks.pursuit.state import State, Targets, at_large, spread, way


def split_up(state: State) -> Targets:
    """Give each hunter a prey of its own, so that the ways are short in all.

    A prey that does not see a hunter does not flee, so one hunter is enough for each.

    Use it when fog hides you.

    Args:
        state: The board as the hunters see it.

    Returns:
        A prey for each hunter; with fewer than three at large, some have two hunters.
        Of prey on one cell, the lower numbers go to the lower hunters.

    Example:
        >>> split_up(
        ...     state=State(
        ...         hunters=((0, 0), (0, 4), (9, 9)), prey=((5, 0), (5, 5), (8, 8)),
        ...         loose=(True, True, True), walls=(), zone=(), step=0, bulletin=""
        ...     ),
        ... )
        (1, 2, 3)
    """
    loose = at_large(state)
    cells = spread(state, tuple(state.prey[prey - 1] for prey in loose))
    chosen: list[int] = []
    for cell in cells:
        there = [prey for prey in loose if state.prey[prey - 1] == cell]
        chosen.append(min(there, key=chosen.count))
    one, two, three = chosen
    return one, two, three


# What must hold for every state.


def always_leaves_none_alone(state: State) -> bool:
    return set(split_up(state)) == set(at_large(state))


def always_the_shortest_ways(state: State) -> bool:
    lengths = [
        sum(
            way(state, hunter, state.prey[prey - 1])
            for hunter, prey in zip(state.hunters, order, strict=True)
        )
        for order in permutations(split_up(state))
    ]
    return lengths[0] == min(lengths)
