from ldc.tasks.blackjack.state import BUST, Aim, Choice, State


def draw_card(state: State, aim: Aim) -> Choice:
    """Take one more card, unless no card could help.

    Use it when the total is short of the aim.

    Args:
        state: What the player sees.
        aim: The lowest total to stand on, in points.

    Returns:
        "hit"; "stick" with 21 points or more.

    Example:
        >>> draw_card(state=State(total=14, dealer=10, ace=False), aim=17)
        'hit'
        >>> draw_card(state=State(total=21, dealer=10, ace=False), aim=17)
        'stick'
    """
    return "hit" if state.total < BUST else "stick"


# What must hold for every state and every aim.


def always_a_card_below_the_aim(state: State, aim: Aim) -> bool:
    return state.total >= aim or draw_card(state, aim) == "hit"


def always_a_card_below_twenty_one(state: State, aim: Aim) -> bool:
    return (draw_card(state, aim) == "hit") == (state.total <= 20)
