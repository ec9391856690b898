"""A player that does what the manuals in force say; no model is needed."""

from typing import Any

from ldc.author.reader import reader
from ldc.ir import Function, Results
from ldc.play.in_force import InForce, Stock
from ldc.play.players import Chosen
from ldc.tasks.pursuit import TASK as PURSUIT


class Manuals:
    """Reads the base of a stock, or of what is in force now."""

    def __init__(self, plays: Stock | InForce) -> None:
        self.name = "manuals"
        self._plays = plays

    def choose(self, state: Any, stage: str, results: Results, hint: Any) -> Chosen:
        """Return the call whose manual fits the facts, news first."""
        call = reader(PURSUIT, self._functions)(state, stage, results, "news counts")
        return Chosen(call=call, candidates=(), log_probability=0.0)

    def _functions(self) -> tuple[Function, ...]:
        plays = self._plays
        stock = plays if isinstance(plays, Stock) else plays.now
        return (*stock.base.functions, *stock.appended)
