"""What a gate hands back: findings at a place in one function's file."""

import re
from typing import Protocol

from ldc.ir import Finding, Function

WARNINGS = frozenset({"LDC305", "LDC502"})
"""Codes that are told and change nothing."""

DOUBTS = frozenset({"LDC109", "LDC405", "LDC407", "LDC408", "LDC501"})
"""Codes that say that too little is known: the outcome is `not_shown`."""

DEFINITION = re.compile(r"^def (\w+)", re.MULTILINE)

SHOWN = 3
"""Survivors that a finding shows; the verdict has them all."""


class Place(Protocol):
    """Anything with a line from 1 and a column from 0, as in `ast`."""

    lineno: int
    col_offset: int


def finding(
    function: Function, code: str, place: Place | int, message: str, mend: str
) -> Finding:
    """Return a finding at a node, or at the start of a line."""
    line, column = (
        (place, 1) if isinstance(place, int) else (place.lineno, place.col_offset + 1)
    )
    return Finding(
        code=code,
        path=function.path,
        line=line,
        column=column,
        message=message,
        mend=mend,
    )


def rejects(seen: Finding) -> bool:
    """Say whether a finding keeps its function out for a fault."""
    return seen.code not in WARNINGS | DOUBTS


def line_of(function: Function, name: str) -> int:
    """Return the line of a definition in a function's file; 1 when it is not there."""
    # A search, not a parse, and one pattern for all names: it is asked once for each of
    # a thousand functions.
    for found in DEFINITION.finditer(function.source):
        if found[1] == name:
            return 1 + function.source.count("\n", 0, found.start())
    return 1
