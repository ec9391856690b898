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
import os
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

from ldc.errors import StoreError

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


@contextlib.contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """Give a temporary path to write; it becomes `path` when the block ends well.

    The temporary name ends like the real one, so that writers which look at the
    suffix do the right thing. When the block raises, `path` stays as it was.

    Raises:
        StoreError: Also for an OSError that the block lets through.
    """
    with blamed(path), _part(path, folder=False) as part:
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
    with blamed(path), _part(path, folder=True) as part:
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


def shown(path: Path) -> str:
    """Return the path as the user would type it: relative when it is below here."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


@contextlib.contextmanager
def blamed(path: Path) -> Iterator[None]:
    """Turn an OSError into a StoreError that names the file and the mend."""
    try:
        yield
    except OSError as error:
        where = Path(error.filename) if isinstance(error.filename, str) else path
        if any(part.startswith(PART) for part in where.parts):
            where = path
        raise StoreError(
            shown(where),
            error.strerror or repr(error),
            MENDS.get(error.errno or 0, "check the path and the disk, then run again"),
        ) from error


def take(descriptor: int) -> bool:
    """Lock an open file for this process; False when another one holds it."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


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
            if take(held):
                _remove(part)
        finally:
            os.close(held)


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
