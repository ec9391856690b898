"""The process that hosts a jail while attacks run in it; the doctor watches it.

It is what `ldc` is for a base function: it holds the token in its environment, starts
the jail, and takes the answers. Started by the doctor with the number of a descriptor
and the walls.
"""

import contextlib
import fcntl
import os
import resource
import socket
import sys
import termios
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from ldc.doctor.answers import fits
from ldc.doctor.files import File
from ldc.doctor.open_cell import OpenCell
from ldc.doctor.processes import adopt_orphans, kill_all
from ldc.doctor.wire import receive, send
from ldc.errors import JailError
from ldc.jail import Raised, Walls, Yard

OPEN_MEMORY = 4 << 30
"""What a process may address that runs attacks without the kernel's walls."""


class Cell(Protocol):
    """Where the files are loaded and called."""

    def load(self) -> str:
        """Return what went wrong, or ""."""

    def call(self, name: str, arguments: dict[str, Any]) -> tuple[str, Any]:
        """Return "returned" and a value, or another word and what happened."""

    def close(self) -> None:
        """End what runs in it."""


class JailCell:
    """The jail of every other command.

    Args:
        files: What it loads.
        walls: Which walls.
        seconds: Deadline of a call.
        memory: Of a worker beyond its start, in bytes.
    """

    def __init__(
        self, files: Sequence[File], walls: Walls, seconds: float, memory: int
    ) -> None:
        self._files = {file.name: file for file in files}
        texts = {file.name: file.source for file in files}
        self._yard = Yard(texts, walls=walls, seconds=seconds, memory=memory)

    def load(self) -> str:
        """Load the files, by the first call: it makes a worker."""
        try:
            self._yard.start()
        except JailError as error:
            return error.what
        return ""

    def call(self, name: str, arguments: dict[str, Any]) -> tuple[str, Any]:
        """Call a function; an answer of another type than declared is none."""
        try:
            (outcome,) = self._yard.batch(name, [arguments])
        except JailError as error:
            return "not loaded", error.what
        if isinstance(outcome, Raised):
            return outcome.fault, outcome.what
        if not fits(outcome.value, self._files[name].returns):
            return "misfit", "returned another type than it declares"
        return "returned", outcome.value

    def close(self) -> None:
        """Kill the worker."""
        self._yard.close()


def main() -> None:
    """Serve the doctor until it closes the line."""
    line = socket.socket(fileno=int(sys.argv[1]))
    walls = frozenset(filter(None, sys.argv[2].split(",")))
    with contextlib.suppress(OSError):
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    adopt_orphans()
    if "kernel" not in walls:
        _stand_apart()
    cell: Cell | None = None
    while True:
        job = receive(line)
        match job["do"]:
            case "load":
                os.environ.update(job["environment"])
                files = tuple(File(**{**f, "parameters": ()}) for f in job["files"])
                returns = {file.name: file.returns for file in files}
                cell = _cell(files, walls, job["seconds"], job["memory"])
                answer: Mapping[str, Any] = {"fault": cell.load()}
            case "call" if cell:
                kind, value = cell.call(job["name"], job["arguments"])
                answer = _told(kind, value, returns[job["name"]])
            case _:
                if cell:
                    cell.close()
                answer = {}
        send(line, dict(answer))


def _cell(
    files: tuple[File, ...], walls: frozenset[str], seconds: float, memory: int
) -> Cell:
    if "kernel" not in walls:
        return OpenCell(files, namespace="namespace" in walls)
    chosen = Walls(policy=False, namespace="namespace" in walls, kernel=True)
    return JailCell(files, chosen, seconds, memory)


def _told(kind: str, value: Any, returns: str) -> Mapping[str, Any]:
    """Return an outcome as the doctor reads it; an answer is shown, as hosts do."""
    taken = kind == "returned"
    return {
        "kind": kind,
        "shown": repr(value) if taken else str(value),
        "fits": not taken or fits(value, returns),
    }


def _stand_apart() -> None:
    """Fork, so that the attack has a parent that can be harmed; lower the limits."""
    child = os.fork()
    if child:
        while True:
            try:
                ended, status = os.wait()
            except ChildProcessError:
                os._exit(0)
            if ended == child:
                kill_all(os.getpid(), spare=(os.getpid(),))
                os._exit(os.waitstatus_to_exitcode(status) & 0xFF)
    resource.setrlimit(resource.RLIMIT_AS, (OPEN_MEMORY, OPEN_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
