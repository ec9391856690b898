"""LDC003 strange-letters: a name that is not spelled in ASCII.

What it does: refuses names with other letters; texts and comments may have them.

Why: two letters may look alike, and Python itself folds some into others, so that a
name is not the one that is read.

Not good:

    größe = 3

Good:

    size = 3
"""

import tokenize
from collections.abc import Iterator

from ldc.check.findings import finding
from ldc.check.source_gate.tokens import tokens
from ldc.ir import Finding, Function


def strange_letters(function: Function) -> Iterator[Finding]:
    """Yield each such name."""
    if function.source.isascii():
        return
    for token in tokens(function):
        if token.type == tokenize.NAME and not token.string.isascii():
            yield finding(
                function,
                "LDC003",
                token.start[0],
                f"strange-letters: the name {token.string!r} is not ASCII",
                "spell names in ASCII, where no two letters look alike",
            )
