from ldc.tasks.blackjack.state import DEALER_STANDS, Aim, State, dealer_ends


def match_dealer(state: State) -> Aim:
    """Draw until the hand is as good as the worst hand a dealer stands on.

    The dealer will seldom go over, so a lower total would only win by a bust.

    Use it when the hand is hard, and the dealer is strong.

    Args:
        state: What the player sees.

    Returns:
        The total on which the dealer must stop, in points.

    Example:
        >>> match_dealer(state=State(total=15, dealer=10, ace=False))
        17
    """
    return DEALER_STANDS


# What must hold for every state.


def always_ties_with_the_worst_dealer(state: State) -> bool:
    return match_dealer(state) == min(end for end in dealer_ends(state.dealer) if end)
