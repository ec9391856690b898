"""The ledger: every call of the teacher, kept under the digest of its request.

One file a call, whole or not there, so a killed run loses at most the calls in flight.
The same request is never asked twice: a second run, or one beside this, reads the file.
No key, address or time of day is kept: a ledger is made to be committed.
"""

import fcntl
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from ldc import store
from ldc.errors import StoreError
from ldc.ir import digest

FOLDER = "ledger"
"""Beside the stages of a base: `function_base/<task>/ledger/`."""

RECORD = "teacher.json"
"""Beside it: how the teacher was asked, and what came of it."""


@dataclass(frozen=True, kw_only=True)
class Request:
    """All that a reply hangs on."""

    model: str
    messages: tuple[tuple[str, str], ...]
    """(role, text), the system's first."""
    temperature: float
    max_tokens: int
    seed: int

    @cached_property
    def key(self) -> str:
        """The digest that its reply is kept under."""
        return digest(store.canonical(asdict(self)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What came back."""

    text: str
    finish: str
    """Why it ended: "stop", "length", "content_filter", or "too long" for us."""
    model: str
    """As the server names it."""
    prompt_tokens: int
    completion_tokens: int
    estimated: bool
    """Whether the server told no usage, so that tokens were counted by length."""
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One call."""

    purpose: str
    """What it was for, in words: a reworded request is still found by these."""
    request: Request
    reply: Reply
    price: tuple[float, float]
    """Dollars for a million tokens, read and written."""

    @property
    def cost(self) -> float:
        """Dollars."""
        read, written = self.price
        reply = self.reply
        return (
            read * reply.prompt_tokens + written * reply.completion_tokens
        ) / 1_000_000


class Ledger:
    """The recorded calls of one task.

    Args:
        folder: Made with the first entry.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def find(self, request: Request) -> Entry | None:
        """Return the recorded call; None when there is none.

        Raises:
            StoreError: The file is damaged.
        """
        file = self._file(request)
        return _entry(file) if file.is_file() else None

    def find_purpose(self, purpose: str, model: str) -> Entry | None:
        """Return the call that was recorded for this, maybe in other words."""
        return self._by_purpose.get((purpose, model))

    def keep(self, entry: Entry) -> Entry:
        """Write an entry, and return what stands: the first for a request stays.

        Raises:
            StoreError: It cannot be written.
        """
        file = self._file(entry.request)
        row = asdict(entry) | {"cost": entry.cost}
        with _locked(self.folder):
            if file.is_file():
                return _entry(file)
            store.write_json(file, row)
        return entry

    def entries(self) -> Iterator[Entry]:
        """Yield all calls, by key."""
        for file in sorted(self.folder.glob("*.json")):
            yield _entry(file)

    def _file(self, request: Request) -> Path:
        return self.folder / f"{request.key}.json"

    @cached_property
    def _by_purpose(self) -> Mapping[tuple[str, str], Entry]:
        return {(e.purpose, e.request.model): e for e in self.entries()}


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Let one author at a time look and write."""
    with store.blamed(folder):
        folder.mkdir(parents=True, exist_ok=True)
        # The parent's lock: the store itself takes the folder's.
        held = os.open(folder.parent, os.O_RDONLY)
        try:
            fcntl.flock(held, fcntl.LOCK_EX)
            yield
        finally:
            fcntl.flock(held, fcntl.LOCK_UN)
            os.close(held)


def _entry(file: Path) -> Entry:
    row: Any = store.read_json(file)
    try:
        asked = row["request"]
        messages = tuple((str(role), str(text)) for role, text in asked["messages"])
        entry = Entry(
            purpose=row["purpose"],
            request=Request(**{**asked, "messages": messages}),
            reply=Reply(**row["reply"]),
            price=(row["price"][0], row["price"][1]),
        )
        if entry.request.key == file.stem:
            return entry
    except (KeyError, TypeError, ValueError, IndexError):
        pass
    raise StoreError(
        store.shown(file),
        "is no entry of a ledger, or was changed by hand",
        "restore it from git, or delete it and ask the teacher again",
    )
