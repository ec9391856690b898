"""Puts a condition where it was compared with a bool, if it is a bool for certain."""

import libcst as cst

from ldc.check.rules.page import Page
from ldc.check.rules.scope import Scope, called

ASKS = frozenset({"isinstance", "bool", "any", "all", "isclose"})
"""Always gives a bool."""


def needless_comparison(page: Page) -> cst.Module:
    """Return the module with bare conditions."""
    body = [
        line.visit(_Bare(page.scope(line)))
        if isinstance(line, cst.FunctionDef)
        else line
        for line in page.module.body
    ]
    return page.module.with_changes(body=body)


class _Bare(cst.CSTTransformer):
    def __init__(self, scope: Scope) -> None:
        super().__init__()
        self.scope = scope

    def leave_IfExp(
        self, original_node: cst.IfExp, updated_node: cst.IfExp
    ) -> cst.BaseExpression:
        ends = _truth(updated_node.body), _truth(updated_node.orelse)
        condition = updated_node.test
        if ends == (True, False) and self._is_bool(condition):
            return _in_place_of(updated_node, condition)
        if ends == (True, False):
            call = cst.Call(cst.Name("bool"), [cst.Arg(_bare(condition))])
            return _in_place_of(updated_node, call)
        if ends == (False, True):
            return _in_place_of(updated_node, _not(condition))
        return updated_node

    def leave_Comparison(
        self, original_node: cst.Comparison, updated_node: cst.Comparison
    ) -> cst.BaseExpression:
        if len(updated_node.comparisons) != 1:
            return updated_node
        (target,) = updated_node.comparisons
        sides = (updated_node.left, target.comparator)
        for condition, other in (sides, sides[::-1]):
            truth = _truth(other)
            if truth is None or not self._is_bool(condition):
                continue
            if isinstance(target.operator, (cst.NotEqual, cst.IsNot)):
                truth = not truth
            elif not isinstance(target.operator, (cst.Equal, cst.Is)):
                continue
            return _in_place_of(updated_node, condition if truth else _not(condition))
        return updated_node

    def _is_bool(self, node: cst.BaseExpression) -> bool:
        match node:
            case cst.Comparison() | cst.UnaryOperation(operator=cst.Not()):
                return True
            case cst.BooleanOperation(left=left, right=right):
                return self._is_bool(left) and self._is_bool(right)
            case cst.Call():
                return called(node) in ASKS
            case cst.Name(value=name):
                return self.scope.annotations.get(name) == "bool"
        return _truth(node) is not None


def _truth(node: cst.BaseExpression) -> bool | None:
    """Return what `True` and `False` are, None for everything else."""
    if isinstance(node, cst.Name) and node.value in ("True", "False"):
        return node.value == "True"
    return None


def _not(node: cst.BaseExpression) -> cst.BaseExpression:
    """Return the opposite; `not` binds looser than all but `and`, `or`, a choice."""
    loose = (cst.BooleanOperation, cst.IfExp, cst.Lambda, cst.NamedExpr)
    if isinstance(node, loose) and not node.lpar:
        node = node.with_changes(lpar=[cst.LeftParen()], rpar=[cst.RightParen()])
    return cst.UnaryOperation(cst.Not(), node)


def _bare(node: cst.BaseExpression) -> cst.BaseExpression:
    return node.with_changes(lpar=(), rpar=())


def _in_place_of(
    old: cst.BaseExpression, new: cst.BaseExpression
) -> cst.BaseExpression:
    """Return the new with the brackets of both; what replaces binds no looser."""
    if isinstance(new, (cst.Name, cst.Call)):
        return _bare(new)
    return new.with_changes(lpar=[*old.lpar, *new.lpar], rpar=[*new.rpar, *old.rpar])
