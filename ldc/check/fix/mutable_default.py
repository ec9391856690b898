"""Writes `()` for an empty list as a default, where the two cannot be told apart."""

from collections.abc import Set

import libcst as cst

from ldc.check.rules.page import Page
from ldc.check.rules.tree import parents_of, walk

ROWS = ("Sequence[", "Collection[", "Iterable[")
"""Annotations that a tuple fits as well as a list."""

READERS = frozenset(
    {"len", "sum", "min", "max", "sorted", "any", "all", "tuple", "list", "set"}
)
"""Calls that make the same of both."""


def mutable_default(page: Page) -> cst.Module:
    """Return the module with `()` as the default of rows that are only read."""
    safe = {
        parameter
        for definition in page.definitions
        for parameter in page.inside(definition, cst.Param)
        if _is_empty(parameter.default)
        and _is_row(page, parameter)
        and _is_only_read(definition, parameter.name.value)
    }
    return page.module.visit(_Empty(safe))


class _Empty(cst.CSTTransformer):
    def __init__(self, safe: Set[cst.Param]) -> None:
        super().__init__()
        self.safe = safe

    def leave_Param(
        self, original_node: cst.Param, updated_node: cst.Param
    ) -> cst.Param:
        if original_node in self.safe:
            return updated_node.with_changes(default=cst.Tuple(()))
        return updated_node


def _is_empty(default: cst.BaseExpression | None) -> bool:
    match default:
        case cst.List(elements=elements):
            return not elements
        case cst.Call(func=cst.Name(value="list"), args=args):
            return not args
    return False


def _is_row(page: Page, parameter: cst.Param) -> bool:
    declared = parameter.annotation
    return declared is not None and page.text(declared.annotation).startswith(ROWS)


def _is_only_read(definition: cst.FunctionDef, name: str) -> bool:
    above = parents_of(definition)
    for node in walk(definition.body):
        if not isinstance(node, cst.Name) or node.value != name:
            continue
        match above[node]:
            case cst.For(iter=taken) | cst.CompFor(iter=taken) if taken is node:
                continue
            case cst.ComparisonTarget(operator=cst.In() | cst.NotIn()):
                continue
            case cst.Arg(keyword=None, star="") as arg:
                match above[arg]:
                    case cst.Call(func=cst.Name(value=reader)) if reader in READERS:
                        continue
        return False
    return True
