"""Takes out imports that nothing reads."""

from collections.abc import Set

import libcst as cst

from ldc.check.rules.page import Page
from ldc.check.rules.unused_import import unused


def unused_import(page: Page) -> cst.Module:
    """Return the module without the imports that nothing reads."""
    return page.module.visit(_Drop(set(unused(page))))


class _Drop(cst.CSTTransformer):
    def __init__(self, aliases: Set[cst.ImportAlias]) -> None:
        super().__init__()
        self.aliases = aliases

    def leave_Import(
        self, original_node: cst.Import, updated_node: cst.Import
    ) -> cst.Import | cst.RemovalSentinel:
        kept = [name for name in original_node.names if name not in self.aliases]
        if not kept:
            return cst.RemoveFromParent()
        return updated_node.with_changes(names=_closed(kept))

    def leave_ImportFrom(
        self, original_node: cst.ImportFrom, updated_node: cst.ImportFrom
    ) -> cst.ImportFrom | cst.RemovalSentinel:
        names = original_node.names
        if isinstance(names, cst.ImportStar):
            return updated_node
        kept = [name for name in names if name not in self.aliases]
        if not kept:
            return cst.RemoveFromParent()
        # Inside brackets the last name keeps its comma, and the line break behind it.
        if not original_node.lpar:
            kept = _closed(kept)
        elif kept[-1] is not names[-1]:
            kept[-1] = kept[-1].with_changes(comma=names[-1].comma)
        return updated_node.with_changes(names=kept)


def _closed(names: list[cst.ImportAlias]) -> list[cst.ImportAlias]:
    last = names[-1].with_changes(comma=cst.MaybeSentinel.DEFAULT)
    return [*names[:-1], last]
