from ldc.tasks.blackjack.state import Aim, State


def soft_under_stand(state: State) -> Aim:
    """Choose the total to stand on: the hand is soft, and the open card is low.

    Use it when the hand is soft, and the open card is low.

    Args:
        state: What the player sees.

    Returns:
        The lowest total to stand on; no card can break a hard hand below 12.

    Example:
        >>> soft_under_stand(state=State(total=17, dealer=7, ace=True))
        17
        >>> soft_under_stand(state=State(total=8, dealer=1, ace=False))
        20
    """
    return Aim(20) if state.total <= 20 and not state.ace else Aim(17)


# What must hold for every state.


def always_soft_under_stand(state: State) -> bool:
    answer = soft_under_stand(state)
    return answer == (20 if state.total <= 20 and (not state.ace) else 17)
