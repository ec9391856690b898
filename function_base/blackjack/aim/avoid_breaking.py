from ldc.tasks.blackjack.state import BUST, Aim, State, break_chance


def avoid_breaking(state: State) -> Aim:
    """Stand on the first total that a ten would break.

    The dealer will often go over, so it is enough to be still in play.

    Use it when the hand is hard, and the dealer is weak.

    Args:
        state: What the player sees.

    Returns:
        The lowest total whose next card may break a hard hand, in points.

    Example:
        >>> avoid_breaking(state=State(total=13, dealer=6, ace=False))
        12
    """
    return BUST + 1 - 10


# What must hold for every state.


def always_safe_until_then(state: State) -> bool:
    aim = avoid_breaking(state)
    return break_chance(aim - 1) == 0 and break_chance(aim) > 0
