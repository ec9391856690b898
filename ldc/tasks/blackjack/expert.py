"""A hand-written player: the best policy there is without doubling and splitting."""

from typing import Any

from ldc.ir import Call, Results, Variable
from ldc.tasks.blackjack.state import State


def expert(state: State, stage: str, results: Results, hint: Any) -> Call:
    """Return the right call: the classic table for the aim, then draw up to it."""
    if stage == "aim":
        return _call(stage, "aim", _best_aim(state), ("state",))
    short = state.total < results["aim"]
    return _call(stage, "choice", "draw_card" if short else "stand", ("state", "aim"))


def _best_aim(state: State) -> str:
    if state.ace:
        return "outdo_dealer" if state.dealer in (1, 9, 10) else "pass_dealer"
    if state.dealer in (4, 5, 6):
        return "avoid_breaking"
    return "risk_a_little" if state.dealer in (2, 3) else "match_dealer"


def _call(stage: str, result: str, function: str, names: tuple[str, ...]) -> Call:
    arguments = tuple((name, Variable(name)) for name in names)
    return Call(stage=stage, result=result, function=function, arguments=arguments)
