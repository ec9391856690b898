"""Tries the walls of the jail, and attacks them; judges by what is seen outside."""

import os
import queue
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from ldc.doctor.files import File
from ldc.doctor.judge import Judged, judge
from ldc.doctor.lanes import Lane
from ldc.doctor.refusal import refusal
from ldc.doctor.trial import ROOM
from ldc.errors import LdcError, did_you_mean

__all__ = ["WALLS", "Judged", "attacked", "chosen", "corpus"]

WALLS = ("policy", "namespace", "kernel")
"""The walls, outermost first."""


def chosen(spelled: str) -> frozenset[str]:
    """Return the walls that a text names, as `policy,kernel`; raises LdcError."""
    walls = frozenset(filter(None, (word.strip() for word in spelled.split(","))))
    for word in sorted(walls.difference(WALLS)):
        mend = did_you_mean(word, list(WALLS))
        raise LdcError("ldc doctor --walls", f"{word!r} is no wall", mend)
    return walls


def corpus(folder: Path) -> list[Path]:
    """Return the files of a corpus; raises LdcError when there are none."""
    files = sorted(folder.glob("*.py"))
    if not files:
        what = "there is no *.py" if folder.is_dir() else "there is no such folder"
        raise LdcError(str(folder), what, "name a folder of attacks, one a file")
    return files


def attacked(files: list[Path], walls: frozenset[str]) -> Iterator[Judged]:
    """Yield what each file comes to under these walls, in their order.

    A few hosts run side by side; each takes one file after the other.

    Args:
        files: From `corpus`.
        walls: From `chosen`.
    """
    refuse = refusal if "policy" in walls else _pass
    hosts = min(len(files), os.cpu_count() or 1)
    lanes: queue.SimpleQueue[Lane] = queue.SimpleQueue()
    for _ in range(hosts):
        lanes.put(Lane(walls, ROOM))

    def judged(file: Path) -> Judged:
        lane = lanes.get()
        try:
            return judge(file, lane, refuse)
        finally:
            lanes.put(lane)

    try:
        with ThreadPoolExecutor(hosts) as pool:
            yield from pool.map(judged, files)
    finally:
        while not lanes.empty():
            lanes.get().stop()


def _pass(file: File) -> str:
    return ""
