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
    """The project; verdicts are kept in its `.ldc`."""
    scratch: Path
    """Holds the counterexamples of this run."""
    seed: int

    def clear(self, states: Path) -> None:
        """Forget the counterexamples of earlier runs; take recorded states.

        Args:
            states: A file of them, for the checks; it may be absent.

        Raises:
            StoreError: The scratch folder cannot be written.
        """
        with store.new_folder(self.scratch) as part:
            if states.is_file():
                shutil.copy(states, part)

    def check(self, functions: Sequence[Function]) -> tuple[Verdict, ...]:
        """Return a verdict for each function, as `ldc check` would.

        Raises:
            LdcError: As `ldc.check.check`.
        """
        return check.check(
            self.task,
            functions,
            root=self.root,
            states=read_states(self.task, self.scratch),
            settings=check.Settings(seed=self.seed),
            folder=self.scratch,
        )


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
        root: The project.
        scratch: A folder for the run.
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
