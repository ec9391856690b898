"""Text, JSON and JSON lines, read with blame and written whole."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from ldc.errors import DatasetError, StoreError
from ldc.store.whole import blamed, new_file, shown


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
    with blamed(path):
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
