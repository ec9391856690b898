from ldc.tasks.blackjack.state import Aim, State


def take_no_more_cards(state: State) -> Aim:
    """Choose the total to stand on: the hand is hard, and the dealer is strong.

    Use it when the hand is hard, and the dealer is strong.

    Args:
        state: What the player sees.

    Returns:
        The lowest total to stand on; no card can break a hard hand below 12.

    Example:
        >>> take_no_more_cards(state=State(total=17, dealer=7, ace=True))
        20
    """
    return 20


# What must hold for every state.


def always_take_no_more_cards(state: State) -> bool:
    answer = take_no_more_cards(state)
    return answer == 20
