"""A jail that measures: fuel and branches of the calls, and versions of a function."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import CodeType
from typing import Any

from ldc.ir import Function, TaskSpec
from ldc.jail.host import Jail
from ldc.jail.process import WorkerLost
from ldc.jail.weave import FUEL, Way

VERSION_SECONDS = 20.0
"""Deadline of one version; only work that takes no steps can be so long."""

BATCH = 1000
"""Versions a message; a message repeats the inputs, which is what it costs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What the calls so far cost, and where they went."""

    most: int
    """Steps of the longest call."""
    microseconds: float
    """Wall time of a call, median."""
    ways: tuple[Way, ...]
    """All branches."""
    reached: frozenset[int]
    """Places in `ways` that were entered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tested:
    """What became of one version."""

    killed: str
    """What told it from the original; empty when nothing did."""
    differing: tuple[tuple[int, Any], ...]
    """Places in the calls, and the encoded answers there, of one that survived."""


class Lab(Jail):
    """A jail whose calls are counted; for verdicts, not for play.

    Args:
        task: As of `Jail`.
        functions: As of `Jail`.
        fuel: Steps that a call may take.
        hash_seed: As of `Jail`.
    """

    def __init__(
        self,
        task: TaskSpec,
        functions: Sequence[Function],
        *,
        fuel: int = FUEL,
        hash_seed: int = 0,
    ) -> None:
        super().__init__(task, functions, fuel=fuel, hash_seed=hash_seed)

    def measure(self) -> Measure:
        """Return the counts since the worker started.

        Raises:
            JailError: The worker cannot start, or does not answer.
        """
        message = {"measure": True, "seconds": self._seconds}
        ((_, told),) = self._ready().ask(message, self._seconds)
        return Measure(
            most=int(told["most"]),
            microseconds=float(told["microseconds"]),
            ways=self._ways,
            reached=frozenset(told["reached"]),
        )

    def versions(
        self,
        name: str,
        made: Sequence[tuple[str, CodeType]],
        *,
        examples: Sequence[tuple[str, str]],
        properties: Mapping[str, Sequence[Mapping[str, Any]]],
        calls: Sequence[Mapping[str, Any]],
    ) -> Iterator[Tested]:
        """Yield what becomes of each version, in order.

        Args:
            name: The function.
            made: The name that a version defines, and the code that defines it.
            examples: Expressions, and what a REPL prints for them.
            properties: Name of a property in the jail -> what to ask it.
            calls: What to call the versions with, beside the original.

        Raises:
            JailError: As `call`.
        """
        message = {
            "name": name,
            "examples": examples,
            "properties": {
                asked: [self._crossing(asked).texts(row) for row in rows]
                for asked, rows in properties.items()
            },
            "calls": [self._crossing(name).texts(row) for row in calls],
        }
        done = 0
        while done < len(made):
            batch = made[done : done + BATCH]
            for tested in self._try(message, batch):
                done += 1
                yield tested

    def _try(
        self, message: Mapping[str, Any], batch: Sequence[tuple[str, CodeType]]
    ) -> Iterator[Tested]:
        """Yield outcomes, up to the first version that the worker does not survive."""
        worker = self._ready()
        try:
            told = {"versions": tuple(batch), "seconds": VERSION_SECONDS}
            worker.send({**message, **told})
            # Each counts as it comes, without the seal: all are of one function.
            left = len(batch)
            while not worker.sealed:
                for answer in worker.hear(VERSION_SECONDS):
                    left -= 1
                    yield _tested(answer)
                if left < 0:
                    raise WorkerLost("hostile", "the worker sent too many answers")
            if left:
                raise WorkerLost("hostile", "the worker sent too few answers")
        except WorkerLost as lost:
            self.close()
            yield Tested(killed=lost.what, differing=())


def _tested(answer: Any) -> Tested:
    match answer:
        case ["killed", str(by)]:
            return Tested(killed=by, differing=())
        case ["survived", list(rows)]:
            pairs = tuple((int(place), data) for place, data in rows)
            return Tested(killed="", differing=pairs)
    raise WorkerLost("hostile", "an answer that is not one")
