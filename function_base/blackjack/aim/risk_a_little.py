from ldc.tasks.blackjack.state import BUST, Aim, State, break_chance


def risk_a_little(state: State) -> Aim:
    """Stand on the first total that a nine would break, not only a ten.

    The dealer goes over too rarely to refuse a risk of less than a third.

    Use it when the hand is hard, and the dealer is average.

    Args:
        state: What the player sees.

    Returns:
        The lowest total that more than a third of all cards break, in points.

    Example:
        >>> risk_a_little(state=State(total=12, dealer=2, ace=False))
        13
    """
    return BUST + 1 - 9


# What must hold for every state.


def always_draws_at_a_small_risk(state: State) -> bool:
    return 0 < break_chance(risk_a_little(state) - 1) <= 1 / 3


def always_refuses_a_larger_risk(state: State) -> bool:
    return break_chance(risk_a_little(state)) > 1 / 3
