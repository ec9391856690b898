"""All that a finding can say: each code with its name, its gate, and its page."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from ldc.check import pages, policy, source_gate
from ldc.check.settings import GATES
from ldc.errors import TaskError, did_you_mean

GIVEN = {
    600: "held-out",
    501: "twins",
    500: "mutants",
    400: "properties",
    300: "rules",
    201: "spec",
    200: "types",
    100: "dynamic",
}
"""Which gate gives the codes above a number; the first three say it themselves."""

ORDER = (*GATES, "twins")
"""Twins are looked for when all gates are through, and are only told."""


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

    books = {
        "source": source_gate.pages(),
        "policy": policy.pages(),
        "rules": rules.pages(),
        "": pages.pages(),
    }
    for gate, told in books.items():
        for code, page in told.items():
            title = re.match(rf"{code} ([a-z-]+): (.+)", page)
            if title is None:
                raise ValueError(f"the page of {code} begins {page[:40]!r}")
            name, summary = title.groups()
            yield Entry(
                code=code,
                name=name,
                summary=summary.rstrip("."),
                gate=gate
                or next(g for head, g in GIVEN.items() if int(code[3:]) > head),
                page=page,
            )
