from ldc.tasks.pursuit.state import Prey, State, Targets, at_large, way


def leave_out(state: State, prey: Prey) -> Targets:
    """Send all hunters after the nearest prey other than the one that is named.

    A decoy is worth nothing, and every step after it is lost for the others.

    Use it when a prey is a decoy.

    Args:
        state: The board as the hunters see it.
        prey: The prey to leave alone.

    Returns:
        The same prey three times; of prey equally near, the one with the lower number.
        The named one only when no other is at large.

    Example:
        >>> leave_out(
        ...     state=State(
        ...         hunters=((0, 0), (0, 4), (9, 9)), prey=((5, 0), (5, 5), (8, 8)),
        ...         loose=(True, True, True), walls=(), zone=(), step=0, bulletin=""
        ...     ),
        ...     prey=1,
        ... )
        (2, 2, 2)
    """

    def length(number: int) -> int:
        cell = state.prey[number - 1]
        return sum(way(state, hunter, cell) for hunter in state.hunters)

    others = [number for number in at_large(state) if number != prey]
    target = min(others or at_large(state), key=length)
    return target, target, target


# What must hold for every state and every prey.


def always_one_prey_at_large(state: State, prey: Prey) -> bool:
    targets = leave_out(state, prey)
    return len(set(targets)) == 1 and targets[0] in at_large(state)


def always_another_if_there_is_one(state: State, prey: Prey) -> bool:
    return prey not in leave_out(state, prey) or at_large(state) == (prey,)


def always_the_nearest_of_the_others(state: State, prey: Prey) -> bool:
    others = [number for number in at_large(state) if number != prey]
    totals = [
        sum(way(state, hunter, state.prey[number - 1]) for hunter in state.hunters)
        for number in (leave_out(state, prey)[0], *others)
    ]
    return totals[0] == min(totals)
