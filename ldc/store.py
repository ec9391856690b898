"""Files and folders that are whole or not there: written beside, synced, then renamed.

While a file or folder is being written it has the name `.part-<8 hex digits>-<name>`
in the same folder, and its writer holds a lock on it. A part that nobody holds was
left by a killed process; the next write into that folder removes it. Two processes
that write the same name at once leave one of the two, whole.

Not covered: file systems without `flock`, and a disk that loses what it has synced.
"""

import contextlib
import errno
import fcntl
import json
import os
import secrets
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from ldc.errors import DatasetError, StoreError

PART = ".part-"
OLD = ".old-"
"""Prefix of a folder that is being replaced; put back if its successor never came."""

MENDS = {
    errno.ENOSPC: "the disk is full: free some space, then run the same command again",
    errno.EDQUOT: "your quota is used up: free some space, then run it again",
    errno.EACCES: "give yourself the permission, or choose a folder that is yours",
    errno.EPERM: "give yourself the permission, or choose a folder that is yours",
    errno.EROFS: "this disk is read-only: give another folder with --project",
    errno.ENOENT: "check the path, or run the stage that writes this file",
    errno.EFBIG: "the file may not grow that large here: raise `ulimit -f`",
}


def workspace(root: Path, task: str, *parts: str) -> Path:
    """Return `root/.ldc/<task>/<parts>`, where stages keep what can be made again."""
    return root.joinpath(".ldc", task, *parts)


def canonical(value: Any) -> str:
    """Return the JSON of a value on one line, the same for equal values everywhere.

    Raises:
        TypeError: The value holds something that JSON cannot say.
        ValueError: It holds nan or an infinity.
    """
    return json.dumps(
        value,
        sort_keys=True,
        ensure_ascii=False,
        allow_nan=False,
        separators=(",", ":"),
    )


def write_text(path: Path, text: str) -> None:
    """Write a UTF-8 file, whole or not at all, and make its folder.

    Raises:
        StoreError: The disk is full, or the place cannot be written.
    """
    with new_file(path) as part:
        part.write_bytes(text.encode())


def write_json(path: Path, value: Any) -> None:
    """Write a value as JSON for people: sorted keys, two spaces, a final newline."""
    text = json.dumps(
        value, sort_keys=True, ensure_ascii=False, allow_nan=False, indent=2
    )
    write_text(path, text + "\n")


def write_jsonl(path: Path, rows: Iterable[Mapping[str, Any]]) -> None:
    """Write one canonical JSON object a line, whole or not at all."""
    with new_file(path) as part, part.open("w", encoding="utf-8", newline="") as file:
        file.writelines(canonical(row) + "\n" for row in rows)


def read_text(path: Path) -> str:
    """Return the text of a UTF-8 file.

    Raises:
        StoreError: It is not there, cannot be read, or is not UTF-8.
    """
    with _blamed(path):
        content = path.read_bytes()
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        raise StoreError(
            shown(path),
            f"byte {error.start} is {content[error.start : error.start + 1]!r}, "
            "which is not UTF-8",
            "save the file as UTF-8, or make it again",
        ) from error


def read_json(path: Path) -> Any:
    """Return the value of a JSON file.

    Raises:
        StoreError: It cannot be read, or is not JSON.
    """
    try:
        return json.loads(read_text(path))
    except json.JSONDecodeError as error:
        raise StoreError(
            f"{shown(path)}:{error.lineno}:{error.colno}",
            f"not JSON: {error.msg}",
            "mend the file, or delete it and run the stage that writes it",
        ) from error


def read_jsonl(path: Path) -> tuple[dict[str, Any], ...]:
    """Return the objects of a file that holds one JSON object a line.

    Raises:
        StoreError: The file cannot be read.
        DatasetError: A line is cut short or is no JSON object; says which.
    """
    *lines, rest = read_text(path).split("\n")
    if rest:
        raise _damaged(path, len(lines) + 1, rest, "is cut short")
    return tuple(_row(path, at, line) for at, line in enumerate(lines, start=1))


@contextlib.contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """Give a temporary path to write; it becomes `path` when the block ends well.

    The temporary name ends like the real one, so that writers which look at the
    suffix do the right thing. When the block raises, `path` stays as it was.

    Raises:
        StoreError: Also for an OSError that the block lets through.
    """
    with _blamed(path), _part(path, folder=False) as part:
        yield part
        _sync(part)
        with _locked(path.parent):
            os.replace(part, path)
            _sync(path.parent)


@contextlib.contextmanager
def new_folder(path: Path) -> Iterator[Path]:
    """Give a temporary empty folder; it becomes `path` when the block ends well.

    A folder that stood there before is replaced, and stays as it was when the block
    raises or the process is killed.

    Raises:
        StoreError: Also for an OSError that the block lets through.
    """
    with _blamed(path), _part(path, folder=True) as part:
        yield part
        for inside in (*part.rglob("*"), part):
            _sync(inside)
        with _locked(path.parent):
            old = path.with_name(f"{OLD}{path.name}")
            if path.exists():
                _remove(old)
                os.rename(path, old)
            os.rename(part, path)
            _sync(path.parent)
            _remove(old)


@contextlib.contextmanager
def claimed(folder: Path, *, by: str) -> Iterator[None]:
    """Keep other processes from working in this folder as long as the block runs.

    Args:
        folder: Made when it is not there.
        by: The command, named to whoever comes second: "ldc finetune pursuit".

    Raises:
        StoreError: Another living process holds the claim.
    """
    with _blamed(folder):
        folder.mkdir(parents=True, exist_ok=True)
        claim = os.open(folder / ".claim", os.O_RDWR | os.O_CREAT, 0o666)
    try:
        if not _take(claim):
            owner = os.read(claim, 200).decode(errors="replace")
            raise StoreError(
                shown(folder),
                f"another process works here: {owner!r}",
                "wait until it is done, or stop it",
            )
        os.truncate(claim, 0)
        os.pwrite(claim, f"{by} (process {os.getpid()})".encode(), 0)
        yield
    finally:
        os.close(claim)


def shown(path: Path) -> str:
    """Return the path as the user would type it: relative when it is below here."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


@contextlib.contextmanager
def _part(path: Path, *, folder: bool) -> Iterator[Path]:
    """Make the temporary file or folder, locked, and remove it if it is still there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{PART}{secrets.token_hex(4)}-{path.name}")
    # Made and locked under the folder's lock, so that no one takes it for abandoned.
    with _locked(path.parent):
        _tidy(path.parent)
        if folder:
            part.mkdir()
        else:
            os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
        held = os.open(part, os.O_RDONLY)
        fcntl.flock(held, fcntl.LOCK_EX)
    try:
        yield part
    finally:
        with _locked(path.parent):
            os.close(held)
            _remove(part)


def _tidy(folder: Path) -> None:
    """Remove what killed processes left; the caller holds the folder's lock."""
    for old in folder.glob(f"{OLD}*"):
        # Its process was killed between the two renames, or before the removal.
        path = old.with_name(old.name.removeprefix(OLD))
        _remove(old) if path.exists() else os.rename(old, path)
    for part in folder.glob(f"{PART}*"):
        held = os.open(part, os.O_RDONLY)
        try:
            if _take(held):
                _remove(part)
        finally:
            os.close(held)


def _take(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


@contextlib.contextmanager
def _locked(folder: Path) -> Iterator[None]:
    held = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield
    finally:
        # A child that was forked meanwhile would keep the lock if we only closed.
        fcntl.flock(held, fcntl.LOCK_UN)
        os.close(held)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _sync(path: Path) -> None:
    held = os.open(path, os.O_RDONLY)
    try:
        os.fsync(held)
    finally:
        os.close(held)


@contextlib.contextmanager
def _blamed(path: Path) -> Iterator[None]:
    """Turn an OSError into a StoreError that names the file and the mend."""
    try:
        yield
    except OSError as error:
        where = Path(error.filename) if isinstance(error.filename, str) else path
        if where.name.startswith(PART):
            where = path
        raise StoreError(
            shown(where),
            error.strerror or repr(error),
            MENDS.get(error.errno or 0, "check the path and the disk, then run again"),
        ) from error


def _row(path: Path, line: int, text: str) -> dict[str, Any]:
    try:
        row = json.loads(text)
    except json.JSONDecodeError as error:
        raise _damaged(path, line, text, f"is not JSON: {error.msg}") from error
    if not isinstance(row, dict):
        raise _damaged(path, line, text, "is no JSON object")
    return row


def _damaged(path: Path, line: int, text: str, what: str) -> DatasetError:
    excerpt = text if len(text) <= 60 else text[:57] + "..."
    return DatasetError(
        f"{shown(path)}:{line}",
        f"the line {what}: {excerpt!r}",
        "delete the file and run the stage that writes it",
    )
