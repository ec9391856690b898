"""Lets all cores work on a base: a process a core, or the machines of a Ray cluster."""

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, TypeVar

from ldc.errors import LdcError

A = TypeVar("A")
B = TypeVar("B")

_share: tuple[Callable[[Any], Any], Sequence[Any]]
"""What the processes do, and to what; they are forked, so it need not be sent."""


def spread(work: Callable[[A], B], items: Sequence[A]) -> Iterator[B]:
    """Yield `work` of each item, in order, as it is done by a process a core.

    Args:
        work: Returns what can be pickled.
        items: What to work on; one alone is done here.

    Raises:
        LdcError: A process was killed; what was yielded before counts.
    """
    global _share
    cores = len(os.sched_getaffinity(0))
    if len(items) < 2 or cores < 2:
        yield from map(work, items)
        return
    # Forked: the state module, the inputs and the gates are there at once. No thread
    # runs here that a fork could catch holding a lock.
    _share = work, items
    context = multiprocessing.get_context("fork")
    try:
        with ProcessPoolExecutor(min(cores, len(items)), context) as crew:
            yield from crew.map(_at, range(len(items)))
    except BrokenProcessPool as error:
        raise LdcError(
            "ldc check",
            f"a process of the check was killed: {error}",
            "free some memory, and run it again; finished verdicts are kept",
        ) from error


def _at(place: int) -> Any:
    work, items = _share
    return work(items[place])
