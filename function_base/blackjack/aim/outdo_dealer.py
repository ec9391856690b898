from ldc.tasks.blackjack.state import DEALER_STANDS, Aim, State, dealer_ends


def outdo_dealer(state: State) -> Aim:
    """Draw until the hand beats the two worst hands a dealer stands on.

    The dealer likely ends well, and the ace makes one more card cheap.

    Use it when the hand is soft, and the open card is high.

    Args:
        state: What the player sees.

    Returns:
        Two more than the total on which the dealer must stop, in points.

    Example:
        >>> outdo_dealer(state=State(total=18, dealer=9, ace=True))
        19
    """
    return DEALER_STANDS + 2


# What must hold for every state.


def always_beats_two_ends_of_the_dealer(state: State) -> bool:
    ends = [end for end in dealer_ends(state.dealer) if end]
    return sum(end < outdo_dealer(state) for end in ends) == 2
