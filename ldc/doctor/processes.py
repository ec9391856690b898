"""What runs below a process: which processes, how many threads, how much memory."""

import ctypes
import os
import signal
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

PR_SET_CHILD_SUBREAPER = 36

PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True, slots=True)
class Seen:
    """One process, as the kernel tells it."""

    pid: int
    parent: int
    state: str
    """One letter, as in proc(5): R runs, S sleeps, T is stopped, Z has ended."""
    threads: int
    memory: int
    """Resident, in bytes."""


def adopt_orphans() -> None:
    """Let processes whose parents have ended become ours, so that none is lost."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def below(pid: int) -> tuple[Seen, ...]:
    """Return the process and all that came from it and still run."""
    children: dict[int, list[Seen]] = {}
    for seen in _all():
        children.setdefault(seen.parent, []).append(seen)
        if seen.pid == pid:
            children.setdefault(-1, []).append(seen)
    found, todo = [], children.get(-1, [])
    while todo:
        found.append(todo.pop())
        todo = todo + children.get(found[-1].pid, [])
    return tuple(seen for seen in found if seen.state != "Z")


def end(pids: Iterator[int]) -> None:
    """Kill processes, and wait for those that are our children."""
    for pid in pids:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
        with suppress(ChildProcessError):
            os.waitpid(pid, 0)


def _all() -> Iterator[Seen]:
    for entry in os.scandir("/proc"):
        if entry.name.isdigit():
            with suppress(OSError):
                text = Path(entry.path, "stat").read_bytes()
                # The name, in brackets, may hold anything; the rest is plain.
                rest = text[text.rindex(b")") + 2 :].split()
                yield Seen(
                    pid=int(entry.name),
                    parent=int(rest[1]),
                    state=rest[0].decode(),
                    threads=int(rest[17]),
                    memory=int(rest[21]) * PAGE,
                )
