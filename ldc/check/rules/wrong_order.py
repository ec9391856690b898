"""LDC020 wrong-order: imports, constants, helpers, function, comment, properties.

What it does: refuses a file whose parts stand in another order, or whose properties
have no comment above them.

Why: every file reads alike, from what it is for to what must hold.

Not good:

    def always_one_stop(state: State) -> bool: ...

    def stroll(state: State) -> Path: ...

Good:

    def stroll(state: State) -> Path: ...


    # What must hold for every state.


    def always_one_stop(state: State) -> bool: ...
"""

from collections.abc import Iterator

import libcst as cst

from ldc.author.source import PROPERTY
from ldc.check.rules.page import Page, Seen

PARTS = ("an import", "a constant or class", "a helper", "the function", "a property")
"""What a file is made of, in order."""


def wrong_order(page: Page) -> Iterator[Seen]:
    """Yield the first part that stands too late, and properties without a comment."""
    latest = 0
    for node in page.module.body:
        part = part_of(node, page.function.name)
        if part < latest:
            yield (
                node,
                f"{PARTS[part]} stands below {PARTS[latest]}",
                "order the file: imports, constants and classes, helpers, the "
                "function, a comment, properties",
            )
            return
        latest = part
    for first in page.properties[:1]:
        if not any(line.comment for line in first.leading_lines):
            yield (
                first,
                "no comment parts the function from its properties",
                "add `# What must hold for every ...` above the first property",
            )


def part_of(node: cst.CSTNode, public: str) -> int:
    """Return the place in `PARTS` of a statement of the file."""
    if isinstance(node, cst.FunctionDef):
        if node.name.value.startswith(PROPERTY):
            return 4
        return 3 if node.name.value == public else 2
    if isinstance(node, cst.ClassDef):
        return 1  # a constant may be made of it, and it of one
    parts = node.body if isinstance(node, cst.SimpleStatementLine) else ()
    return int(any(isinstance(part, (cst.Assign, cst.AnnAssign)) for part in parts))
