"""What a running game plays with: base, retriever and jail, exchanged all at once.

Menu and grammar of a call are made of the retriever's candidates when it is chosen, so
one assignment between two steps changes them all, and one takes that back.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ldc.ir import Function, FunctionBase, TaskSpec
from ldc.jail import Jail

if TYPE_CHECKING:
    from ldc.constrain.retriever import Retriever

MakeRetriever = Callable[[Sequence[Function]], "Retriever"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """A base with what offers its functions and what runs them."""

    base: FunctionBase
    retriever: "Retriever"
    jail: Jail
    added: tuple[str, ...] = ()
    """Names of the functions that were added while the game ran."""
    appended: tuple[Function, ...] = ()
    """In paper mode, these; they are not in the base."""


class Appended:
    """A retriever whose picks others are appended to: the paper's Eq. 6.

    Args:
        retriever: Picks k, as before.
        functions: Stand behind them, at their stages, whatever the query.
    """

    def __init__(self, retriever: "Retriever", functions: Sequence[Function]) -> None:
        self._retriever, self._functions = retriever, tuple(functions)

    def candidates(self, stage: str, query: str, k: int) -> tuple[Function, ...]:
        """Return at most k functions, and those that are appended."""
        more = (f for f in self._functions if f.stage == stage)
        return (*self._retriever.candidates(stage, query, k), *more)


def stock_of(task: TaskSpec, base: FunctionBase, retriever: MakeRetriever) -> Stock:
    """Return a base ready to be played with; `close` its jail in the end."""
    return Stock(
        base=base,
        retriever=retriever(base.functions),
        jail=Jail(task, base.functions),
    )


def widened(
    task: TaskSpec,
    stock: Stock,
    base: FunctionBase,
    retriever: MakeRetriever,
    *,
    paper: bool,
) -> Stock:
    """Return a stock with functions added; the old one stays as it is.

    Args:
        task: The task.
        stock: What is in force.
        base: All of its functions with the new ones, checked together.
        retriever: Makes the retriever of a base.
        paper: Whether the new ones are appended to what is retrieved, and the base
            stays; else the base is switched.
    """
    there = {f.name for f in (*stock.base.functions, *stock.appended)}
    new = tuple(f for f in base.functions if f.name not in there)
    appended = (*stock.appended, *new) if paper else ()
    offered = stock.base if paper else base
    picks = retriever(offered.functions)
    return Stock(
        base=offered,
        retriever=Appended(picks, appended) if paper else picks,
        jail=Jail(task, (*offered.functions, *appended)),
        added=(*stock.added, *(f.name for f in new)),
        appended=appended,
    )


class InForce:
    """The stock that a game plays with now: retriever of its player, and its jail.

    Args:
        stock: What it begins with.
    """

    def __init__(self, stock: Stock) -> None:
        self._stocks = [stock]

    @property
    def now(self) -> Stock:
        """What is in force."""
        return self._stocks[-1]

    def switch(self, stock: Stock) -> None:
        """Put another stock in force, between two steps."""
        self._stocks.append(stock)

    def back(self) -> Stock:
        """Put the stock before in force again, and return the one that was taken."""
        return self._stocks.pop()

    def candidates(self, stage: str, query: str, k: int) -> tuple[Function, ...]:
        """Return what the retriever in force offers."""
        return self.now.retriever.candidates(stage, query, k)

    def call(self, name: str, arguments: Mapping[str, Any]) -> Any:
        """Return what a function returns, as `Jail.call`.

        Raises:
            CallFailed: As `Jail.call`.
            JailError: As `Jail.call`.
        """
        return self.now.jail.call(name, arguments)

    def close(self) -> None:
        """End the jails of all stocks."""
        for stock in self._stocks:
            stock.jail.close()
