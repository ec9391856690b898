from ldc.tasks.pursuit.state import State, Targets, at_large, way


def gang_up(state: State) -> Targets:
    """Send all hunters after the prey that is the shortest way from all three.

    Three hunters can close every side of one prey; one hunter alone seldom catches it.

    Use it when the prey run loose.

    Args:
        state: The board as the hunters see it.

    Returns:
        The same prey three times; of prey equally near, the one with the lower number.

    Example:
        >>> gang_up(
        ...     state=State(
        ...         hunters=((0, 0), (0, 4), (9, 9)), prey=((5, 0), (5, 5), (8, 8)),
        ...         loose=(True, True, True), walls=(), zone=(), step=0, bulletin=""
        ...     ),
        ... )
        (2, 2, 2)
    """

    def length(prey: int) -> int:
        cell = state.prey[prey - 1]
        return sum(way(state, hunter, cell) for hunter in state.hunters)

    target = min(at_large(state), key=length)
    return target, target, target


# What must hold for every state.


def always_one_prey_at_large(state: State) -> bool:
    targets = gang_up(state)
    return len(set(targets)) == 1 and targets[0] in at_large(state)


def always_the_nearest_in_all(state: State) -> bool:
    totals = [
        sum(way(state, hunter, state.prey[prey - 1]) for hunter in state.hunters)
        for prey in (gang_up(state)[0], *at_large(state))
    ]
    return totals[0] == min(totals)
