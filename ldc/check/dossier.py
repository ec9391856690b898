"""All that the gates found about one function, collected until there is a verdict."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from ldc.check.findings import DOUBTS, rejects
from ldc.check.settings import GATES, Settings
from ldc.ir import (
    Counterexample,
    Finding,
    Function,
    Outcome,
    Status,
    Survivor,
    Verdict,
)

MOST_FINDINGS = 20
"""A gate stops after so many; the first ones are enough to go on."""


@dataclass(slots=True)
class Dossier:
    """What is known about one function so far."""

    function: Function
    settings: Settings
    planted: bool = False
    """Whether it is there to be rejected: nobody reads why."""
    findings: list[Finding] = field(default_factory=list)
    statuses: dict[str, Status] = field(default_factory=dict)
    counterexamples: list[Counterexample] = field(default_factory=list)
    regressions: list[Mapping[str, Any]] = field(default_factory=list)
    """Counterexamples as encoded arguments, to be tried again for ever."""
    killed: int = 0
    mutants: int = 0
    survivors: tuple[Survivor, ...] = ()
    branches: int = 0
    unreached: tuple[int, ...] = ()
    behaviour: str = ""
    microseconds: float = 0.0
    examples: int = 0
    seconds: float = 0.0

    def add(self, gate: str, found: Iterable[Finding]) -> None:
        """File what a gate found; a gate may be filed in parts."""
        counted = [
            seen
            for seen in islice(found, MOST_FINDINGS)
            if seen.code not in self.settings.without
        ]
        self.findings += counted
        bad = any(rejects(seen) or seen.code in DOUBTS for seen in counted)
        if bad or gate not in self.statuses:
            self.statuses[gate] = "fail" if bad else "pass"

    def stop(self, gate: str, found: Finding) -> None:
        """File a gate that could not come to an end: that is no pass."""
        self.findings.append(found)
        self.statuses[gate] = "error"

    @property
    def rejected(self) -> bool:
        """Whether no later gate needs to be asked."""
        return any(rejects(seen) for seen in self.findings)

    @property
    def stopped(self) -> bool:
        """Whether a fault was found, or a gate broke."""
        return self.rejected or "error" in self.statuses.values()

    def verdict(self) -> Verdict:
        """Return the verdict; a gate that was to be asked and was not is no pass."""
        gates: list[tuple[str, Status]] = [
            (gate, self.statuses.get(gate, "skipped")) for gate in GATES
        ]
        return Verdict(
            function=self.function,
            outcome=self._outcome(),
            findings=tuple(self.findings),
            counterexamples=tuple(self.counterexamples),
            gates=tuple(gates),
            mutants_killed=self.killed,
            mutants_total=self.mutants,
            survivors=self.survivors,
            branches=self.branches,
            unreached=self.unreached,
            behaviour=self.behaviour,
            microseconds=self.microseconds,
            examples=self.examples,
            seconds=self.seconds,
        )

    def _outcome(self) -> Outcome:
        if self.rejected:
            return "rejected"
        asked = [gate for gate in GATES if self.settings.runs(gate)]
        shown = all(self.statuses.get(gate) == "pass" for gate in asked)
        return "accepted" if shown else "not_shown"
