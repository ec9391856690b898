"""LDC020 wrong-order: imports, helpers, the function, one comment, its properties.

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

PARTS = ("an import", "a helper", "the function", "a property")


def wrong_order(page: Page) -> Iterator[Seen]:
    """Yield the first part that stands too late, and properties without a comment."""
    latest = 0
    for node in page.module.body:
        part = _part(node, page.function.name)
        if part < latest:
            yield (
                node,
                f"{PARTS[part]} stands below {PARTS[latest]}",
                "order the file: imports, helpers, the function, a comment, properties",
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


def _part(node: cst.CSTNode, public: str) -> int:
    if not isinstance(node, cst.FunctionDef):
        return 0
    if node.name.value.startswith(PROPERTY):
        return 3
    return 2 if node.name.value == public else 1
