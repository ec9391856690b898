"""LDC001 hidden-character: a character that nobody sees, or that hides others.

What it does: refuses control and format characters (bidirectional marks too), tabs,
spaces other than the plain one, and characters without a meaning.

Why: with U+202E in a line, what a person reads is not what runs.

Not good: a right-to-left mark in a comment that ends it earlier than it looks.

Good: plain letters, and spaces.

    return (pick,)  # the ball alone
"""

import unicodedata
from collections.abc import Iterator

from ldc.check.findings import finding
from ldc.ir import Finding, Function


def hidden_character(function: Function) -> Iterator[Finding]:
    """Yield the first such character of each line."""
    for number, line in enumerate(function.source.split("\n"), 1):
        if not line.isprintable():
            first = next(c for c in line if not c.isprintable())
            yield finding(
                function,
                "LDC001",
                number,
                f"hidden-character: {unicodedata.name(first, repr(first))}",
                "delete it; indent with spaces, end lines with a line feed alone",
            )
