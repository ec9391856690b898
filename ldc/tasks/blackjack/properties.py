"""What must hold for every function of a stage, whatever its idea is."""

from collections.abc import Callable, Mapping

from ldc.tasks.blackjack.state import BUST, Aim, Choice, State, break_chance


def always_where_a_card_could_break(state: State, aim: Aim) -> bool:
    """Nobody stands on a total that one more card can only improve."""
    return break_chance(aim) > 0


def always_keeps_twenty_one(state: State, aim: Aim, choice: Choice) -> bool:
    """No card can improve the best hand there is, or save a bust one."""
    return state.total < BUST or choice == "stick"


PROPERTIES: Mapping[str, tuple[Callable[..., bool], ...]] = {
    "aim": (always_where_a_card_could_break,),
    "choice": (always_keeps_twenty_one,),
}
"""Result name -> its properties."""
