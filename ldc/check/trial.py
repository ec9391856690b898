"""Tries one function in the jail, and words what failed with its smallest input."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ldc.check.findings import finding
from ldc.check.inputs import Arguments, draw, smallest
from ldc.ir import Counterexample, Finding, Function
from ldc.jail import Jail, Raised, Returned

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy


@dataclass(frozen=True, slots=True)
class Report:
    """One failure, in words for people and as arguments to try again."""

    finding: Finding
    counterexample: Counterexample


class Trial:
    """One function's jail, with how many inputs to draw and from what.

    Args:
        jail: Holds the function and its properties.
        states: Recorded states.
        examples: How many inputs to draw.
        seed: Draws the same inputs again.
    """

    def __init__(
        self, jail: Jail, states: Sequence[Any], examples: int, seed: int
    ) -> None:
        self.states = states
        self.tried = 0
        self.starved = False
        self._jail = jail
        self._examples = examples
        self._seed = seed

    def draw(self, strategy: "SearchStrategy[Arguments]") -> list[Arguments]:
        """Return the inputs to try."""
        drawn = draw(strategy, examples=self._examples, seed=self._seed)
        self.tried = max(self.tried, len(drawn))
        self.starved = self.starved or not drawn
        return drawn

    def batch(
        self, function: Function, inputs: Sequence[Arguments]
    ) -> list[Returned | Raised]:
        """Return what the function makes of each input, as far as it takes it."""
        return self._jail.batch(function.name, [_own(function, a) for a in inputs])

    def show(self, function: Function, expression: str) -> Returned | Raised:
        """Return what a REPL would print in the function's file."""
        return self._jail.show(function.name, expression)

    def smallest(
        self,
        strategy: "SearchStrategy[Arguments]",
        fails: Callable[[Arguments], bool],
        known: Arguments,
    ) -> Arguments:
        """Return the smallest input that fails."""
        return smallest(
            strategy, fails, known, examples=self._examples, seed=self._seed
        )

    def shrink(
        self,
        strategy: "SearchStrategy[Arguments]",
        function: Function,
        known: Arguments,
        raised: Raised,
    ) -> Arguments:
        """Return the smallest input that fails in the same way.

        One that kills its worker or is late stays as it is: each try would cost a
        worker.
        """
        if raised.fault not in ("raised", "misfit"):
            return known

        def fails(arguments: Arguments) -> bool:
            (outcome,) = self.batch(function, [arguments])
            return isinstance(outcome, Raised) and outcome.fault == raised.fault

        return self.smallest(strategy, fails, known)

    def report(
        self,
        function: Function,
        called: Function,
        code: str,
        line: int,
        message: str,
        arguments: Arguments,
        *,
        mend: str,
        property: str,
    ) -> Report:
        """Word a failure: the call, what it came to, how to see it again."""
        named, came_to = arguments, "was not called: the property lacks its arguments"
        if {p.name for p in called.signature.parameters} <= set(arguments):
            named = _own(called, arguments)
            (outcome,) = self.batch(called, [arguments])
            came_to = (
                outcome.what
                if isinstance(outcome, Raised)
                else f"returned {outcome.value!r}"
            )
        spelled = ", ".join(f"{name}={value!r}" for name, value in named.items())
        again = f"ldc check {function.task}/{function.name} --seed {self._seed}"
        return Report(
            finding(
                function,
                code,
                line,
                f"{message}\n  {called.name}({spelled}) {came_to} "
                "(smallest of the failing inputs)",
                f"{mend}\n  again: {again}",
            ),
            Counterexample(
                property=property,
                arguments=spelled,
                returned=came_to.removeprefix("returned "),
                seed=self._seed,
            ),
        )


def _own(function: Function, arguments: Arguments) -> Mapping[str, Any]:
    return {p.name: arguments[p.name] for p in function.signature.parameters}
