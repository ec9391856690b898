"""Finds and opens the files of a base: plain ones alone, and none outside of it."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ldc.errors import SourceError

MAX_BYTES = 20_000
"""Longest file that is read."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One file that ought to be a function."""

    name: str
    """Of the file, without its `.py`."""
    stage: str
    """"" when it lies in no stage."""
    place: Path
    """Where it lies on this machine."""
    path: str
    """As findings name it."""


def entries(folder: Path, stage: str, path: str, base: Path) -> Iterator[Entry]:
    """Yield what is called `*.py` in the folder of one stage, by name.

    Args:
        folder: May be missing.
        stage: Its name.
        path: As findings name it.
        base: The folder of the task, resolved.

    Raises:
        SourceError: The folder leads out of the base, or cannot be listed.
    """
    if not os.path.lexists(folder):
        return
    if not _is_inside(folder, base):
        raise _unreadable(
            path, "the folder is a link that leads out of the base", "copy it here"
        )
    try:
        names = sorted(file.name for file in folder.iterdir())
    except OSError as error:
        what = f"the folder cannot be listed: {error.strerror}"
        raise _unreadable(path, what, "make it a folder that may be read") from error
    for name in names:
        if name.endswith(".py") and not name.startswith("__"):
            yield Entry(name[:-3], stage, folder / name, f"{path}/{name}")


def text_of(entry: Entry, base: Path) -> str:
    """Return what a file holds, with line feeds alone.

    Raises:
        SourceError: It is no plain file, lies outside, is too long, empty, or no UTF-8.
    """
    data = _bytes(entry, base)
    if not data.strip():
        raise _unreadable(
            entry.path, "the file is empty", "write the function, or delete the file"
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        what = f"byte {error.start} is {data[error.start]:#04x}, not UTF-8"
        raise _unreadable(entry.path, what, "save the file as UTF-8") from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _bytes(entry: Entry, base: Path) -> bytes:
    path = entry.path
    try:
        found = entry.place.lstat()
        if stat.S_ISLNK(found.st_mode):
            if not _is_inside(entry.place, base):
                raise _unreadable(
                    path,
                    "the file is a link that leads out of the base",
                    "copy it here",
                )
            found = entry.place.stat()
        if not stat.S_ISREG(found.st_mode):
            raise _unreadable(
                path, f"the file is {_kind(found.st_mode)}", "put a file there"
            )
        if found.st_size > MAX_BYTES:
            raise SourceError(
                f"{path}:1:1",
                f"the file has {found.st_size} bytes, at most {MAX_BYTES} are read",
                "a function file is one idea in 25 to 80 lines",
                code="LDC002",
            )
        with entry.place.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        what = f"the file cannot be read: {error.strerror}"
        raise _unreadable(path, what, "check that it exists and may be read") from error


def _kind(mode: int) -> str:
    if stat.S_ISDIR(mode):
        return "a folder"
    return "a pipe" if stat.S_ISFIFO(mode) else "a device or a socket"


def _is_inside(place: Path, base: Path) -> bool:
    return os.path.realpath(place).startswith(f"{base}{os.sep}")


def _unreadable(path: str, what: str, mend: str) -> SourceError:
    return SourceError(f"{path}:1:1", what, mend, code="LDC005")
