"""All that a finding can say: each code with its name, its gate, and its page."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from ldc.errors import TaskError, did_you_mean


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What is known about one code."""

    code: str
    name: str
    summary: str
    """One clause, without a full stop."""
    gate: str
    page: str
    """What `ldc rule CODE` prints."""


@cache
def rulebook() -> Mapping[str, Entry]:
    """Return code -> entry, sorted by code."""
    return {entry.code: entry for entry in sorted(_entries(), key=lambda e: e.code)}


def entry_of(code: str) -> Entry:
    """Return what is known about a code, in capitals or not.

    Raises:
        TaskError: No finding has that code.
    """
    known = rulebook()
    if code.upper() not in known:
        raise TaskError(
            "ldc rule",
            f"no page for the code {code!r}",
            did_you_mean(code.upper(), [*known]),
        )
    return known[code.upper()]


def _entries() -> Iterator[Entry]:
    from ldc.check import rules  # LibCST takes a while to import

    for page in rules.pages().values():
        yield _entry(page, "rules")


def _entry(page: str, gate: str) -> Entry:
    title = re.match(r"(LDC\d{3}) ([a-z-]+): (.+)", page)
    if title is None:
        raise ValueError(f"a page begins {page[:40]!r}, not with CODE name: summary")
    code, name, summary = title.groups()
    return Entry(
        code=code, name=name, summary=summary.rstrip("."), gate=gate, page=page
    )
