"""The calls of a batch in heaps: one is encoded and judged while the next is run."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from ldc.jail.outcomes import Outcome, Raised, is_overdue, judged
from ldc.jail.process import Worker, WorkerLost
from ldc.jail.values import Misfit

HEAP = 16
"""Calls that cross together."""

Heap = tuple[list[Any], bool]
"""Calls as they cross, and whether another heap follows."""


class Heaps:
    """Encodes calls when they are first asked for, and keeps what came of it.

    Args:
        calls: Arguments by name.
        encode: Arguments -> what crosses; raises Misfit.
    """

    def __init__(
        self,
        calls: Sequence[Mapping[str, Any]],
        encode: Callable[[Mapping[str, Any]], Any],
    ) -> None:
        self.size = len(calls)
        self.misfits: dict[int, Outcome] = {}
        """Place of a call -> why it cannot cross."""
        self._calls, self._encode = calls, encode
        self._made: list[tuple[Sequence[int], list[Any]]] = []

    def __iter__(self) -> Iterator[Heap]:
        starts = range(0, self.size, HEAP)
        for turn, start in enumerate(starts):
            if turn == len(self._made):
                self._made.append(self._heap(start))
            yield self._made[turn][1], turn + 1 < len(starts)

    def pairs(self) -> list[tuple[int, Any]]:
        """Return place and data of each call that can cross."""
        for _ in self:
            pass
        return [
            pair
            for places, data in self._made
            for pair in zip(places, data, strict=True)
        ]

    def _heap(self, start: int) -> tuple[Sequence[int], list[Any]]:
        encode = self._encode
        some = self._calls[start : start + HEAP]
        try:
            return range(start, start + len(some)), [encode(one) for one in some]
        except Misfit:
            return self._fitting(start, some)

    def _fitting(
        self, start: int, some: Sequence[Mapping[str, Any]]
    ) -> tuple[list[int], list[Any]]:
        """Return a heap without the calls that do not fit."""
        places, data = [], []
        for place, arguments in enumerate(some, start):
            try:
                data.append(self._encode(arguments))
                places.append(place)
            except Misfit as misfit:
                self.misfits[place] = Raised("argument", str(misfit))
        return places, data


def ask(
    worker: Worker,
    message: Mapping[str, Any],
    heaps: Iterable[Heap],
    decode: Callable[[Any], Any],
) -> tuple[list[Outcome], bool]:
    """Send heaps, each while the one before it is run, and judge what comes.

    Args:
        worker: Runs them.
        message: What it is told beside the calls.
        heaps: The calls.
        decode: What a call returned, as it crossed -> the value; raises Misfit.

    Returns:
        The outcomes of all calls, or of those up to one that is overdue; and whether
        one is.

    Raises:
        WorkerLost: None of the outcomes counts.
    """
    outcomes: list[Outcome] = []
    asked, overdue, seconds = 0, False, message["seconds"]
    for calls, more in heaps:
        if not calls and worker.sealed:
            continue  # nothing was sent, so nothing need be ended
        worker.send({**message, "calls": calls, "more": more})
        while len(outcomes) < asked:
            outcomes += judged(worker.hear(seconds), decode)
        asked += len(calls)
    while not worker.sealed:
        answers = worker.hear(seconds)
        outcomes += judged(answers, decode)
        overdue = overdue or is_overdue(answers)
        if len(outcomes) > asked:
            raise WorkerLost("hostile", "the worker sent too many answers")
    if len(outcomes) < asked and not overdue:
        raise WorkerLost("hostile", "the worker sent too few answers")
    return outcomes, overdue
