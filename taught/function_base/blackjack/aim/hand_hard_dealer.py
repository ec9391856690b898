from ldc.tasks.blackjack.state import Aim, State


def hand_hard_dealer(state: State) -> Aim:
    """The hand is hard and the dealer is average, so stand.

    Use it when the hand is hard, and the dealer is average.

    Args:
        state: What the player sees.

    Returns:
        The lowest total to stand on; no card can break a hard hand below 12.

    Example:
        >>> hand_hard_dealer(state=State(total=17, dealer=7, ace=True))
        13
        >>> hand_hard_dealer(state=State(total=18, dealer=8, ace=True))
        14
    """
    return 12 + state.total % 4


# What must hold for every state.


def always_hand_hard_dealer(state: State) -> bool:
    answer = hand_hard_dealer(state)
    return answer == 12 + state.total % 4
