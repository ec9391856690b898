"""Moves what stands behind a returning branch out of its `else`."""

from collections.abc import Sequence

import libcst as cst

from ldc.check.rules.needless_else import returns
from ldc.check.rules.page import Page


def needless_else(page: Page) -> cst.Module:
    """Return the module with nothing in an `else` that needs none."""
    return page.module.visit(_Flatten())


class _Flatten(cst.CSTTransformer):
    def leave_IndentedBlock(
        self, original_node: cst.IndentedBlock, updated_node: cst.IndentedBlock
    ) -> cst.IndentedBlock:
        lines = [line for node in updated_node.body for line in _flat(node)]
        return updated_node.with_changes(body=lines)


def _flat(node: cst.BaseStatement) -> Sequence[cst.BaseStatement]:
    """Return a statement and what can stand below it instead of in it."""
    if not isinstance(node, cst.If) or not returns(node.body):
        return [node]
    match node.orelse:
        case cst.If() as branch:
            return [node.with_changes(orelse=None), *_flat(branch)]
        case cst.Else(body=cst.IndentedBlock() as body) as branch:
            if body.footer and any(line.comment for line in body.footer):
                return [node]
            first, *rest = body.body
            above = [*branch.leading_lines, *_header(body)]
            moved = first.with_changes(leading_lines=[*above, *_leading(first)])
            return [node.with_changes(orelse=None), *_flat(moved), *rest]
        case cst.Else(body=cst.SimpleStatementSuite(body=parts)) as branch:
            line = cst.SimpleStatementLine(parts, leading_lines=branch.leading_lines)
            return [node.with_changes(orelse=None), line]
    return [node]


def _header(body: cst.IndentedBlock) -> Sequence[cst.EmptyLine]:
    """Return the comment behind `else:` as a line of its own."""
    comment = body.header.comment
    return [cst.EmptyLine(comment=comment)] if comment else []


def _leading(node: cst.BaseStatement) -> Sequence[cst.EmptyLine]:
    lines: Sequence[cst.EmptyLine] = getattr(node, "leading_lines", ())
    return lines
