from ldc.tasks.pursuit.state import State, Targets, at_large, way


def pick_off(state: State) -> Targets:
    """Send all hunters after the prey that is nearest to any one of them.

    One hunter will do the catching, so only the shortest single way counts.

    Use it when dry leaves crackle.

    Args:
        state: The board as the hunters see it.

    Returns:
        The same prey three times; of prey equally near, the one with the lower number.

    Example:
        >>> pick_off(
        ...     state=State(
        ...         hunters=((0, 0), (0, 4), (9, 9)), prey=((5, 0), (5, 5), (8, 8)),
        ...         loose=(True, True, True), walls=(), zone=(), step=0, bulletin=""
        ...     ),
        ... )
        (3, 3, 3)
    """

    def length(prey: int) -> int:
        cell = state.prey[prey - 1]
        return min(way(state, hunter, cell) for hunter in state.hunters)

    target = min(at_large(state), key=length)
    return target, target, target


# What must hold for every state.


def always_one_prey_at_large(state: State) -> bool:
    targets = pick_off(state)
    return len(set(targets)) == 1 and targets[0] in at_large(state)


def always_the_nearest_to_one_hunter(state: State) -> bool:
    cell = state.prey[pick_off(state)[0] - 1]
    nearest = min(way(state, hunter, cell) for hunter in state.hunters)
    return all(
        nearest <= way(state, hunter, state.prey[prey - 1])
        for hunter in state.hunters
        for prey in at_large(state)
    )
