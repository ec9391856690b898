"""Keeps every counterexample beside the base, to be tried again for ever."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ldc import store

FILE = "counterexamples.jsonl"

Rows = Mapping[str, tuple[Mapping[str, Any], ...]]
"""Function name -> arguments, encoded, for which something once failed."""


def read_regressions(folder: Path) -> Rows:
    """Return the kept counterexamples of a task; none when there is no file.

    Args:
        folder: `function_base/<task>`.

    Raises:
        StoreError: The file cannot be read.
        DatasetError: A line is damaged; says which.
    """
    file = folder / FILE
    rows: dict[str, tuple[Mapping[str, Any], ...]] = {}
    for row in store.read_jsonl(file) if file.exists() else ():
        name = str(row.get("function"))
        rows[name] = (*rows.get(name, ()), row.get("arguments", {}))
    return rows


def keep_regressions(
    folder: Path, known: Rows, new: Mapping[str, Sequence[Mapping[str, Any]]]
) -> None:
    """Add counterexamples to the file, each once and sorted: a diff is small.

    Raises:
        StoreError: The file cannot be written.
    """
    lines = {
        store.canonical({"function": name, "arguments": row})
        for rows in (known, new)
        for name in rows
        for row in rows[name]
    }
    before = sum(len(rows) for rows in known.values())
    if len(lines) > before:
        store.write_text(folder / FILE, "".join(f"{line}\n" for line in sorted(lines)))
