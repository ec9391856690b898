"""LDC032 format-string: `str.format` reads attributes that stand in a text.

What it does: refuses the methods `format` and `format_map`, called or not, but for the
`format` of a text that stands there and reads no attribute and no item.

Why: `"{0.__class__}".format(pick)` reads what no gate sees.

Not good:

    words = "ball {0.real}".format(pick)

Good: an f-string; what it reads is code.

    words = f"ball {pick}"
"""

import ast
from collections.abc import Iterator
from string import Formatter

from ldc.check.policy.text import Seen, Text

METHODS = frozenset({"format", "format_map"})


def format_string(text: Text) -> Iterator[Seen]:
    """Yield each use of such a method."""
    called = {id(call.func) for call in text.of(ast.Call)}
    for node in text.of(ast.Attribute):
        known = id(node) in called and node.attr == "format" and _is_plain(node.value)
        if node.attr in METHODS and not known:
            yield node, f"{node.attr!r} reads attributes by text", "use an f-string"


def _is_plain(value: ast.expr) -> bool:
    """Say whether a text stands there whose fields are names or numbers alone."""
    if not isinstance(value, ast.Constant) or not isinstance(value.value, str):
        return False
    try:
        fields = [part[1:3] for part in Formatter().parse(value.value)]
    except ValueError:
        return False
    return not any(
        set(name or "") & set(".[") or "{" in (spec or "") for name, spec in fields
    )
