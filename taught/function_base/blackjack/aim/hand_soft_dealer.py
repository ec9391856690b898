from ldc.tasks.blackjack.state import Aim, State


def hand_soft_dealer(state: State) -> Aim:
    """Choose the total to stand on: the hand is soft, and the open card is high.

    Use it when the hand is soft, and the open card is high.

    Args:
        state: What the player sees.

    Returns:
        The lowest total to stand on; no card can break a hard hand below 12.

    Example:
        >>> hand_soft_dealer(state=State(total=17, dealer=7, ace=True))
        21
    """
    if state.ace and state.total < 13:
        return 12
    return 21


# What must hold for every state.


def always_hand_soft_dealer(state: State) -> bool:
    answer = hand_soft_dealer(state)
    return answer == (12 if state.ace and state.total < 13 else 21)
