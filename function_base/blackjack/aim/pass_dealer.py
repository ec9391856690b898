from ldc.tasks.blackjack.state import DEALER_STANDS, Aim, State, dealer_ends


def pass_dealer(state: State) -> Aim:
    """Draw until the hand beats the worst hand a dealer stands on.

    The ace can fall back to one, so the draw to a better total is free.

    Use it when the hand is soft, and the open card is low.

    Args:
        state: What the player sees.

    Returns:
        One more than the total on which the dealer must stop, in points.

    Example:
        >>> pass_dealer(state=State(total=17, dealer=5, ace=True))
        18
    """
    return DEALER_STANDS + 1


# What must hold for every state.


def always_beats_one_end_of_the_dealer(state: State) -> bool:
    ends = [end for end in dealer_ends(state.dealer) if end]
    return sum(end < pass_dealer(state) for end in ends) == 1
