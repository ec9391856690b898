"""Says where each function came from: a hand, or which teacher; edited since or not."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ldc.errors import SourceError, StoreError
from ldc.ir import Function

FILE = "provenance.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Who wrote a function, and which text that was."""

    by: str
    """ "hand", or the teacher: model, ledger entry, rounds of repair."""
    digest: str
    """Digest of the function as it was written."""


def read_provenance(folder: Path) -> Mapping[str, Origin]:
    """Return function name -> origin from `folder/provenance.json`; empty without one.

    Raises:
        SourceError: Not JSON, or an entry that is not {"by": ..., "digest": ...}.
    """
    file = folder / FILE
    where = f"{folder.name}/{FILE}"
    if not file.exists():
        return {}
    try:
        entries = json.loads(file.read_text("utf-8"))
    except ValueError as error:
        raise SourceError(
            where, f"not JSON: {error}", "correct it, or restore it from git"
        ) from error
    if not isinstance(entries, dict):
        raise SourceError(where, f"holds {entries!r}", "write one entry a function")
    for name, entry in entries.items():
        fields = entry if isinstance(entry, dict) else {}
        texts = [value for value in fields.values() if isinstance(value, str) and value]
        if set(fields) != {"by", "digest"} or len(texts) != 2:
            raise SourceError(
                where,
                f"the entry of {name!r} is {entry!r}",
                'write {"by": "hand" or the teacher, "digest": the digest as written}',
            )
    return {name: Origin(**entry) for name, entry in entries.items()}


def write_provenance(folder: Path, origins: Mapping[str, Origin]) -> None:
    """Write `folder/provenance.json`, by name, so that a diff is one entry.

    Raises:
        StoreError: The file cannot be written.
    """
    entries = {
        name: {"by": origin.by, "digest": origin.digest}
        for name, origin in sorted(origins.items())
    }
    new = folder / f"{FILE}.new"
    try:
        new.write_text(json.dumps(entries, indent=2) + "\n", "utf-8")
        new.replace(folder / FILE)
    except OSError as error:
        raise StoreError(
            f"{folder.name}/{FILE}",
            f"cannot be written: {error.strerror}",
            "free some space, or correct the permissions",
        ) from error


def told_origins(
    functions: Iterable[Function], origins: Mapping[str, Origin]
) -> Mapping[str, str]:
    """Return function name -> its origin in words, as `ldc show` prints it.

    A file without an entry is no fault: whoever adds one by hand need not sign it.
    """
    told = {}
    for function in functions:
        origin = origins.get(function.name)
        if origin is None:
            told[function.name] = "writer not recorded"
            continue
        edited = "" if origin.digest == function.digest else ", edited since"
        told[function.name] = f"written by {origin.by}{edited}"
    return told
