"""LDC032 format-string: `str.format` reads attributes that stand in a text.

What it does: refuses the methods `format` and `format_map`, called or not.

Why: `"{0.__class__}".format(pick)` reads what no gate sees.

Not good:

    words = "ball {}".format(pick)

Good: an f-string; what it reads is code.

    words = f"ball {pick}"
"""

import ast
from collections.abc import Iterator

from ldc.check.policy.text import Seen, Text

METHODS = frozenset({"format", "format_map"})


def format_string(text: Text) -> Iterator[Seen]:
    """Yield each use of such a method."""
    for node in text.of(ast.Attribute):
        if node.attr in METHODS:
            yield node, f"{node.attr!r} reads attributes by text", "use an f-string"
