"""Where functions are written: the task, what is asked for, what is there already."""

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ldc import check, store
from ldc.author.asks import Ask, asks_of
from ldc.author.primer import sayings
from ldc.check.recorded import read_states
from ldc.ir import Function, TaskSpec, Verdict
from ldc.write.facts import Sample, sample

PROMPT = ">>> "
"""Stands before an example."""

NO_EXAMPLE = "LDC303"
"""Of the finding that a manual has none."""

TWIN = "LDC502"
"""Of the finding that another function does the same."""

NO_CHECK = frozenset({"LDC402", "LDC501"})
"""Of the findings that a file has no property, and that nothing tells its mutants."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What writing works with."""

    task: TaskSpec
    asks: tuple[Ask, ...]
    sample: Sample
    sayings: Mapping[str, str]
    there: tuple[Function, ...]
    """Functions of people, which stay, and which no new one may repeat."""
    root: Path
    """A folder of the run's own; drawn inputs are kept in its `.ldc`."""
    scratch: Path
    """Holds the counterexamples of this run."""
    seed: int

    def clear(self, states: Path) -> None:
        """Forget counterexamples and verdicts of earlier runs; take recorded states.

        A verdict that is read and not made again brings no counterexample to keep.

        Args:
            states: A file of them, for the checks; it may be absent.

        Raises:
            StoreError: The scratch folder cannot be written.
        """
        shutil.rmtree(self.root / ".ldc" / "verdicts", ignore_errors=True)
        with store.new_folder(self.scratch) as part:
            if states.is_file():
                shutil.copy(states, part)

    def check(
        self, functions: Sequence[Function], *, alone: bool = False
    ) -> tuple[Verdict, ...]:
        """Return a verdict for each function, as `ldc check` would.

        They are tried on recorded states and, as a base without a record would try
        them, on drawn ones alone: which inputs are drawn hangs on what is recorded.

        A manual has no example when no call had a result. That is told by the gates
        that call, so the rule that asks for examples is not asked there.

        Args:
            functions: To be judged.
            alone: Whether it counts for nothing that a function has no property.

        Raises:
            LdcError: As `ldc.check.check`.
        """
        verdicts: dict[str, Verdict] = {}
        spared = NO_CHECK if alone else frozenset()
        for bare in (False, True):
            mine = [f for f in functions if (PROMPT not in f.source) is bare]
            without = spared | {NO_EXAMPLE} if bare else spared
            for states in ((), read_states(self.task, self.scratch)):
                told = check.check(
                    self.task,
                    mine,
                    root=self.root,
                    states=states,
                    settings=check.Settings(seed=self.seed, without=without),
                    folder=self.scratch,
                    planted=not bare,
                )
                verdicts |= {verdict.function.name: verdict for verdict in told}
                left = [v for v in told if v.outcome == "accepted" and not is_twin(v)]
                mine = [verdict.function for verdict in left]
        return tuple(verdicts[function.name] for function in functions)


def is_twin(verdict: Verdict) -> bool:
    """Say whether another function does the same."""
    return any(seen.code == TWIN for seen in verdict.findings)


def desk_for(
    task: TaskSpec,
    there: Sequence[Function],
    *,
    root: Path,
    scratch: Path,
    seed: int = 0,
    most: int = 0,
) -> Desk:
    """Return a desk; clear it before it is used.

    Args:
        task: The task.
        there: Functions of people.
        root: A folder of the run's own.
        scratch: Another one, for counterexamples.
        seed: Of the checks.
        most: Functions to ask for at each stage; 0 for one for every fact.
    """
    drawn = sample(task)
    asks = asks_of(task, drawn.told())
    kept = [
        ask
        for stage in task.stages
        for ask in [a for a in asks if a.stage == stage][: most or None]
    ]
    return Desk(
        task=task,
        asks=tuple(kept),
        sample=drawn,
        sayings=sayings(task),
        there=tuple(there),
        root=root,
        scratch=scratch,
        seed=seed,
    )
