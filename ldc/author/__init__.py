"""Stage 1: people or a teacher write functions; this stage asks for and reads them."""

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

from ldc import store
from ldc.author.head import Head, head_of
from ldc.author.source import Unread, read_all, read_folder
from ldc.errors import LdcError
from ldc.ir import Function, TaskSpec


def author(task: TaskSpec, folder: Path, root: Path) -> tuple[Function, ...]:
    """Return the functions that people wrote, in stage order, then by name.

    Args:
        task: The task.
        folder: `function_base/<task>`.
        root: The project directory.

    Raises:
        SourceError: A file that is not one well-formed public function.
    """
    return read_folder(task, folder, root)


def read(
    task: TaskSpec, folder: Path, root: Path, heads: Path
) -> tuple[tuple[Function, ...], tuple[Unread, ...]]:
    """Return the functions that people wrote, and the files that hold none.

    Args:
        task: The task.
        folder: `function_base/<task>`.
        root: The project directory.
        heads: A file that keeps what was read, so that it need not be parsed again.

    Raises:
        StoreError: That file cannot be written.
    """
    kept = _kept(heads)
    found = read_all(task, folder, root, kept)
    functions = tuple(one for one in found if isinstance(one, Function))
    if any(function.digest not in kept for function in functions):
        told = {f.digest: kept.get(f.digest) or head_of(f) for f in functions}
        # `asdict` copies each text of a thousand heads.
        names = [field.name for field in fields(Head)]
        rows = {key: {n: getattr(h, n) for n in names} for key, h in told.items()}
        store.write_text(heads, store.canonical(rows))
    return functions, tuple(one for one in found if isinstance(one, Unread))


def _kept(heads: Path) -> Mapping[str, Head]:
    """Return the kept heads; none when the file is absent or damaged."""
    try:
        return {
            key: Head(
                name=row["name"],
                summary=row["summary"],
                condition=row["condition"],
                parameters=tuple((name, text) for name, text in row["parameters"]),
                defaults=tuple((name, text) for name, text in row["defaults"]),
                returns=row["returns"],
            )
            for key, row in store.read_json(heads).items()
        }
    except (LdcError, AttributeError, KeyError, TypeError, ValueError):
        return {}
