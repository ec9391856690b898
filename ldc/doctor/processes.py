"""What runs below a process: which processes, how many threads, how much memory."""

import ctypes
import os
import signal
import time
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
    """Let processes below us whose parents have ended become ours; none is lost."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def below(pid: int) -> tuple[Seen, ...]:
    """Return the process and all that came from it and still run."""
    found, todo = [], [pid]
    while todo:
        pid = todo.pop()
        with suppress(OSError):
            seen = _seen(pid)
            if seen.state != "Z":
                found.append(seen)
            todo += _children(pid)
    return tuple(found)


def kill_all(pid: int, spare: tuple[int, ...] = ()) -> None:
    """Kill a process and all that came from it, but for some."""
    while found := [seen.pid for seen in below(pid) if seen.pid not in spare]:
        for one in found:
            with suppress(ProcessLookupError):
                os.kill(one, signal.SIGKILL)
            with suppress(ChildProcessError):
                os.waitpid(one, os.WNOHANG)
        time.sleep(0.002)


def _seen(pid: int) -> Seen:
    text = Path(f"/proc/{pid}/stat").read_bytes()
    # The name, in brackets, may hold anything; the rest is plain.
    rest = text[text.rindex(b")") + 2 :].split()
    return Seen(
        pid=pid,
        parent=int(rest[1]),
        state=rest[0].decode(),
        threads=int(rest[17]),
        memory=int(rest[21]) * PAGE,
    )


def _children(pid: int) -> list[int]:
    found: list[int] = []
    for thread in os.scandir(f"/proc/{pid}/task"):
        try:
            found += map(int, Path(thread.path, "children").read_bytes().split())
        except FileNotFoundError:  # the thread has ended, or the kernel keeps no list
            found += () if LISTED else _by_parent(pid)
    return found


def _by_parent(pid: int) -> list[int]:
    found = []
    for entry in os.scandir("/proc"):
        if entry.name.isdigit():
            with suppress(OSError):
                found += [int(entry.name)] * (_seen(int(entry.name)).parent == pid)
    return found


LISTED = Path("/proc/thread-self/children").exists()
"""Whether the kernel lists the children of a process; else all are looked through."""
