from ldc.tasks.blackjack.state import Aim, Choice, State


def draw_total_short(state: State, aim: Aim) -> Choice:
    """Draw if the total is short of the aim; stick otherwise.

    Use it when the total is short of the aim.

    Args:
        state: What the player sees.
        aim: The lowest total to stand on; no card can break a hard hand below 12.

    Returns:
        Take one more card, or take no more.

    Example:
        >>> draw_total_short(state=State(total=17, dealer=7, ace=True), aim=12)
        'stick'
        >>> draw_total_short(state=State(total=17, dealer=7, ace=True), aim=21)
        'hit'
    """
    return "hit" if state.total < aim else "stick"


# What must hold for every state and every aim.


def always_draw_total_short(state: State, aim: Aim) -> bool:
    answer = draw_total_short(state, aim)
    return answer == ("hit" if state.total < aim else "stick")
