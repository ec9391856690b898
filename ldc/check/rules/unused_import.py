"""LDC026 unused-import: a file imports what it uses.

What it does: refuses an imported name that neither the code nor an example reads.

Why: the imports tell at a glance what a function is made of.

Not good:

    from itertools import permutations

    def take_first(state: State) -> Pick:
        return state.balls[0]

Good: no import, or a use of it.
"""

import re
from collections.abc import Iterator

import libcst as cst

from ldc.check.rules.page import Page, Seen


def unused_import(page: Page) -> Iterator[Seen]:
    """Yield each imported name without a use."""
    for alias in unused(page):
        yield (
            alias,
            f"{bound_by(alias)!r} is imported and never used",
            "delete the import",
        )


def unused(page: Page) -> Iterator[cst.ImportAlias]:
    """Yield the imports whose names nothing reads."""
    example = page.manual.sections.get("Example", "")
    read = set(re.findall(r"\w+", example)) | {
        node.value
        for definition in page.module.body
        if not _is_import(definition)
        for node in page.inside(definition, cst.Name)
    }
    for alias in page.every(cst.ImportAlias):
        if bound_by(alias) not in read:
            yield alias


def bound_by(alias: cst.ImportAlias) -> str:
    """Return the name that an import binds."""
    return alias.evaluated_alias or alias.evaluated_name.split(".")[0]


def _is_import(node: cst.CSTNode) -> bool:
    return isinstance(node, cst.SimpleStatementLine) and all(
        isinstance(part, (cst.Import, cst.ImportFrom)) for part in node.body
    )
