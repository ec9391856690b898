"""Artefacts on disk, in canonical JSON, whole or not there; workspaces and claims."""

from pathlib import Path

from ldc.store.claim import claimed
from ldc.store.rows import (
    canonical,
    read_json,
    read_jsonl,
    read_text,
    write_json,
    write_jsonl,
    write_text,
)
from ldc.store.whole import blamed, new_file, new_folder, shown

__all__ = [
    "blamed",
    "canonical",
    "claimed",
    "hide_workspaces",
    "new_file",
    "new_folder",
    "read_json",
    "read_jsonl",
    "read_text",
    "shown",
    "workspace",
    "write_json",
    "write_jsonl",
    "write_text",
]


def workspace(root: Path, task: str, *parts: str) -> Path:
    """Return `root/.ldc/<task>/<parts>`, where stages keep what can be made again."""
    return root.joinpath(".ldc", task, *parts)


def hide_workspaces(root: Path) -> None:
    """Tell git, in `.ldc` itself, to leave what can be made again alone.

    Raises:
        StoreError: The file cannot be written.
    """
    mark = root / ".ldc" / ".gitignore"
    if not mark.is_file():
        write_text(mark, "*\n")
