"""Tries one function in the jail, and words what failed with its smallest input."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ldc.check.findings import finding
from ldc.check.inputs import Arguments, arguments_of, may_stand, smallest
from ldc.check.pool import Kind, Pool
from ldc.check.whittle import whittle
from ldc.ir import Counterexample, Finding, Function
from ldc.jail import Lab, Raised, Returned
from ldc.jail.told import Told
from ldc.jail.values import Misfit, codec


@dataclass(frozen=True, slots=True)
class Report:
    """One failure, in words for people and as arguments to try again."""

    finding: Finding
    counterexample: Counterexample
    regression: Mapping[str, Any]
    """The arguments, encoded."""


class Trial:
    """One function's jail, and what it is tried on.

    Args:
        lab: Holds the function and its properties.
        pool: The inputs.
        regressions: Arguments, encoded, for which something once failed.
        shrinks: Whether inputs that fail are made small, for people.
    """

    def __init__(
        self,
        lab: Lab,
        pool: Pool,
        regressions: Sequence[Mapping[str, Any]] = (),
        *,
        shrinks: bool = True,
    ) -> None:
        self.lab = lab
        self.pool = pool
        self.tried = 0
        self.starved = False
        self._regressions = regressions
        self._shrinks = shrinks

    def inputs(self, types: Mapping[str, Any], kind: Kind = "shown") -> list[Arguments]:
        """Return what to try: first what failed before, then what was drawn."""
        drawn = self.pool.inputs(types, kind)
        if kind != "large":
            self.tried = max(self.tried, len(drawn))
        self.starved = self.starved or not drawn
        if kind == "held out":
            return drawn
        return [*self._failed_before(types), *drawn]

    def batch(
        self, function: Function, inputs: Sequence[Arguments]
    ) -> list[Returned | Raised]:
        """Return what the function makes of each input, as far as it takes it."""
        return self.lab.batch(function.name, [own(function, a) for a in inputs])

    def smallest(
        self,
        types: Mapping[str, Any],
        fails: Callable[[Arguments], bool],
        known: Arguments,
    ) -> Arguments:
        """Return the smallest input that fails, as Hypothesis and then we find it."""
        if not self._shrinks:
            return known
        settings, task = self.pool.settings, self.pool.task
        strategy = arguments_of(task, types, self.pool.recorded)
        found = smallest(
            strategy, fails, known, examples=settings.examples, seed=settings.seed
        )
        every = {"state": task.state} | dict(types)
        return whittle(found, every, lambda a: may_stand(task, every, a) and fails(a))

    def shrink(
        self,
        types: Mapping[str, Any],
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

        return self.smallest(types, fails, known)

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
            named = own(called, arguments)
            (outcome,) = self.batch(called, [arguments])
            came_to = (
                outcome.what
                if isinstance(outcome, Raised)
                else f"returned {outcome.value!r}"
            )
        seed = self.pool.settings.seed
        again = f"ldc check {function.task}/{function.name} --seed {seed}"
        return Report(
            finding(
                function,
                code,
                line,
                f"{message}\n  {called.name}({spelled(named)}) {came_to} "
                "(smallest of the failing inputs)",
                f"{mend}\n  again: {again}",
            ),
            Counterexample(
                property=property,
                arguments=spelled(named),
                returned=came_to.removeprefix("returned "),
                seed=seed,
            ),
            self._encoded(called, arguments),
        )

    def _encoded(self, called: Function, arguments: Arguments) -> Mapping[str, Any]:
        types = {"state": self.pool.task.state, **types_of(called)}
        return {
            name: codec(types[name]).encode(value)
            for name, value in arguments.items()
            if name in types
        }

    def _failed_before(self, types: Mapping[str, Any]) -> list[Arguments]:
        """Return the regressions that have arguments of these types."""
        found: list[Arguments] = []
        for row in self._regressions:
            try:
                found.append(
                    {
                        name: codec(declared).decode(row[name])
                        for name, declared in (
                            {"state": self.pool.task.state} | dict(types)
                        ).items()
                    }
                )
            except (Misfit, KeyError):
                continue  # another property's, or of a signature that is no more
        return found


def types_of(function: Function) -> Mapping[str, Any]:
    """Return parameter -> type."""
    return {p.name: p.annotation for p in function.signature.parameters}


def own(function: Function, arguments: Arguments) -> Mapping[str, Any]:
    """Return those of the arguments that a function takes."""
    names = tuple(p.name for p in function.signature.parameters)
    if isinstance(arguments, Told):
        return arguments.only(names)
    return {name: arguments[name] for name in names}


def spelled(arguments: Arguments) -> str:
    """Return arguments as a call would spell them."""
    return ", ".join(f"{name}={value!r}" for name, value in arguments.items())
