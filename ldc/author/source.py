"""Reads a folder of function files; one that is broken does not hide the others."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from keyword import iskeyword
from pathlib import Path

from ldc.author.annotations import Types
from ldc.author.definition import PROPERTY, read_function, read_properties
from ldc.author.files import MAX_BYTES, Entry, entries, text_of
from ldc.author.head import Head, from_head
from ldc.author.ledger import FOLDER
from ldc.errors import SourceError, did_you_mean
from ldc.ir import Finding, Function, TaskSpec, digest

__all__ = [
    "MAX_BYTES",
    "PROPERTY",
    "Unread",
    "read_all",
    "read_folder",
    "read_function",
    "read_properties",
]

NAMES = {
    "LDC002": "long-file",
    "LDC005": "unreadable-file",
    "LDC006": "not-python",
    "LDC007": "wrong-shape",
    "LDC202": "open-type",
    "LDC205": "missing-annotation",
    "LDC307": "missing-condition",
}
"""Code of an error -> the name on its page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A file of a base that is not one function, and why."""

    name: str
    """The name that the function would have."""
    stage: str
    """Empty when the file lies in no stage."""
    path: str
    finding: Finding


def read_all(
    task: TaskSpec, folder: Path, root: Path, kept: Mapping[str, Head] | None = None
) -> tuple[Function | Unread, ...]:
    """Return all functions of a task and what is none: strays, then stage by stage.

    Args:
        task: The task.
        folder: `function_base/<task>`; holds one folder a stage.
        root: The project directory that paths in findings are relative to.
        kept: Digest of a function -> its head; those files are not parsed again.
    """
    return tuple(
        _unread(entry, read) if isinstance(read, SourceError) else read
        for entry, read in _read(task, folder, root, kept or {})
    )


def read_folder(task: TaskSpec, folder: Path, root: Path) -> tuple[Function, ...]:
    """Return all functions of a task, in stage order, then by name.

    Args:
        task: The task.
        folder: `function_base/<task>`; holds one folder a stage.
        root: The project directory that paths in findings are relative to.

    Raises:
        SourceError: As `read_function`; also a folder that is no stage, a file
            outside the stage folders, or one name used in two stages.
    """
    functions = []
    for _, read in _read(task, folder, root, {}):
        if isinstance(read, SourceError):
            raise read
        functions.append(read)
    return tuple(functions)


def _read(
    task: TaskSpec, folder: Path, root: Path, kept: Mapping[str, Head]
) -> Iterator[tuple[Entry, Function | SourceError]]:
    """Yield each file with its function, or with what is wrong with it."""
    yield from _strays(task, folder, root)
    base, types = folder.resolve(), Types(task.words)
    seen: dict[str, str] = {}
    for stage in task.stages:
        path = _relative(folder / stage.name, root)
        try:
            for entry in entries(folder / stage.name, stage.name, path, base):
                try:
                    _check_name(entry, seen)
                    text = text_of(entry, base)
                    yield entry, _function(entry, text, task, types, kept)
                except SourceError as error:
                    yield entry, error
        except SourceError as error:
            yield Entry(stage.name, "", folder / stage.name, path), error


def _function(
    entry: Entry, text: str, task: TaskSpec, types: Types, kept: Mapping[str, Head]
) -> Function:
    stage, path = entry.stage, entry.path
    head = kept.get(digest(task.name, stage, text))
    if head and head.name == entry.name:
        return from_head(
            head, text, task=task.name, stage=stage, path=path, types=types
        )
    return read_function(text, task=task, stage=stage, path=path, types=types)


def _strays(
    task: TaskSpec, folder: Path, root: Path
) -> Iterator[tuple[Entry, SourceError]]:
    """Yield the folders that are no stage, and the files that lie beside the stages."""
    stages = [stage.name for stage in task.stages]
    for place in sorted(folder.iterdir()) if folder.is_dir() else ():
        if place.name.startswith((".", "__")) or place.name in (*stages, FOLDER):
            continue
        path = _relative(place, root)
        entry = Entry(place.name.removesuffix(".py"), "", place, path)
        if place.suffix == ".py":
            where, what = f"{path}:1:1", f"{place.name!r} belongs to no stage"
            mend = f"move it into one of the folders {', '.join(stages)}"
            yield entry, SourceError(where, what, mend)
        elif place.is_dir():
            what = f"task {task.name!r} has no stage {place.name!r}"
            yield entry, SourceError(path, what, did_you_mean(place.name, stages))


def _check_name(entry: Entry, seen: dict[str, str]) -> None:
    """Raise when no call could name the function, or could mean another one."""
    name = entry.name
    if not name.isascii() or not name.isidentifier() or iskeyword(name):
        raise SourceError(
            f"{entry.path}:1:1",
            f"{name!r} is no name for a function",
            "name the file as the function in it: ASCII letters, digits, `_`",
        )
    if name in seen:
        raise SourceError(
            f"{entry.path}:1:1",
            f"{name!r} is also in {seen[name]}",
            "rename one; a call must name one function",
        )
    seen[name] = entry.path


def _unread(entry: Entry, error: SourceError) -> Unread:
    """Return an error as a verdict carries it."""
    place = error.where.removeprefix(entry.path).strip(":")
    line, _, column = place.partition(":")
    seen = Finding(
        code=error.code,
        path=entry.path,
        line=int(line or 1),
        column=int(column or 1),
        message=f"{NAMES[error.code]}: {error.what}",
        mend=error.mend,
    )
    return Unread(name=entry.name, stage=entry.stage, path=entry.path, finding=seen)


def _relative(path: Path, root: Path) -> str:
    inside = path.is_relative_to(root)
    return (path.relative_to(root) if inside else path).as_posix()
