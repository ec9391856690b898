from ldc.tasks.blackjack.state import Aim, Choice, State


def stand(state: State, aim: Aim) -> Choice:
    """Take no more cards and let the dealer play.

    Use it when the total has reached the aim.

    Args:
        state: What the player sees.
        aim: The lowest total to stand on, in points.

    Returns:
        "stick", always.

    Example:
        >>> stand(state=State(total=18, dealer=10, ace=False), aim=17)
        'stick'
    """
    return "stick"


# What must hold for every state and every aim.


def always_no_card(state: State, aim: Aim) -> bool:
    return stand(state, aim) != "hit"
