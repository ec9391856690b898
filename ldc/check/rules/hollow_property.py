"""LDC406 hollow-property: a property can fail.

What it does: refuses an `always_*` predicate that holds whatever the function returns,
as far as its text tells: both sides of a comparison are the same, `... or True`, a
length that is at least 0, `isinstance` of the declared type, `all` of nothing, or every
return that is reached is True. Others, that hold for every answer, are LDC408.

Why: it looks like evidence and is none. Types are checked for every call anyway.

Not good:

    def always_the_same(state: State) -> bool:
        return take_first(state) == take_first(state)

Good:

    def always_the_smallest(state: State) -> bool:
        return take_first(state) == min(state.balls)
"""

from collections.abc import Iterator, Sequence
from typing import Any, get_args

import libcst as cst

from ldc.check.rules.idle_property import idle
from ldc.check.rules.page import Page, Seen
from ldc.check.rules.scope import Scope, called
from ldc.check.rules.tree import all_of, bare

REFLEXIVE = (cst.Equal, cst.Is, cst.LessThanEqual, cst.GreaterThanEqual)
"""What holds between a value and itself."""

OPPOSITE = (
    {cst.Equal, cst.NotEqual},
    {cst.In, cst.NotIn},
    {cst.Is, cst.IsNot},
    {cst.LessThan, cst.GreaterThanEqual},
    {cst.GreaterThan, cst.LessThanEqual},
)
"""Pairs of which one always holds."""

LENGTHS = (
    (cst.GreaterThanEqual, "0"),
    (cst.GreaterThan, "-1"),
    (cst.NotEqual, "-1"),
)
"""What every length is."""


def hollow_property(page: Page) -> Iterator[Seen]:
    """Yield each property whose returns are all true."""
    silent = idle(page)  # which has a code of its own
    for one in page.properties:
        if one in silent or page.inside(one, cst.Assert):
            continue
        sure = _Sure(page, one)
        returned = [*_returned(one.body.body, sure)]
        if returned and all(value and sure.holds(value) for value in returned):
            yield (
                one.name,
                f"{one.name.value!r} holds whatever {page.function.name!r} returns",
                "state the result in another way than the function computes it",
            )


def _returned(
    block: Sequence[Any], sure: "_Sure"
) -> Iterator[cst.BaseExpression | None]:
    """Yield what a block may return: not what stands behind a return, or `if False`."""
    for line in block:
        match line:
            case cst.SimpleStatementLine(body=parts):
                for part in parts:
                    if isinstance(part, cst.Return):
                        yield part.value
                        return
            case cst.If(test=test, body=cst.IndentedBlock(body=then), orelse=other):
                rest = [] if other is None else [other]
                if not sure.fails(test):
                    yield from _returned(then, sure)
                if not sure.holds(test):
                    yield from _returned(rest, sure)
                elif _leaves(then):
                    return
            case cst.Else(body=cst.IndentedBlock(body=then)):
                yield from _returned(then, sure)
            case cst.FunctionDef():
                pass  # its returns are its own
            case _:
                yield from (node.value for node in all_of(line, cst.Return))


def _leaves(block: Sequence[Any]) -> bool:
    match block[-1]:
        case cst.SimpleStatementLine(body=[*_, cst.Return()]):
            return True
    return False


class _Sure:
    """Tells which conditions of a property are true by their form alone."""

    def __init__(self, page: Page, definition: cst.FunctionDef) -> None:
        self.page = page
        self.scope: Scope = page.scope(definition)

    def holds(self, node: cst.BaseExpression, depth: int = 9) -> bool:
        """Say whether a condition cannot be false."""
        if depth == 0:
            return False
        match node:
            case cst.Name(value=name):
                value = self.scope.only(name)
                return name == "True" or bool(value and self.holds(value, depth - 1))
            case cst.Integer(value=digits):
                return digits != "0"
            case cst.BooleanOperation(left=left, operator=cst.Or(), right=right):
                if self._denies(left, right) or self._excludes(left, right):
                    return True
                return self.holds(left, depth - 1) or self.holds(right, depth - 1)
            case cst.BooleanOperation(left=left, right=right):
                return self.holds(left, depth - 1) and self.holds(right, depth - 1)
            case cst.IfExp(body=body, orelse=orelse):
                return self.holds(body, depth - 1) and self.holds(orelse, depth - 1)
            case cst.UnaryOperation(operator=cst.Not(), expression=one):
                return self.fails(one, depth - 1)
            case cst.Comparison(left=left, comparisons=targets):
                return self._compares(left, targets)
            case cst.Call(
                args=[cst.Arg(value=cst.GeneratorExp() | cst.ListComp() as g)]
            ):
                return called(node) == "all" and self._holds_for_all(g, depth - 1)
            case cst.Call(args=[cst.Arg(value=cst.Tuple() | cst.List() as row)]):
                each = [self.holds(part.value, depth - 1) for part in row.elements]
                name = called(node)
                return any(each) if name == "any" else name == "all" and all(each)
            case cst.Call(args=[cst.Arg(value=one)]):
                return called(node) == "bool" and self.holds(one, depth - 1)
            case cst.Call(args=[cst.Arg(value=one), cst.Arg(value=kind)]):
                return called(node) == "isinstance" and self._is_declared(one, kind)
        return False

    def fails(self, node: cst.BaseExpression, depth: int = 9) -> bool:
        """Say whether a condition cannot be true."""
        if depth == 0:
            return False
        match node:
            case cst.Name(value=name):
                return name in ("False", "None")
            case cst.Integer(value=digits):
                return digits == "0"
            case cst.UnaryOperation(operator=cst.Not(), expression=one):
                return self.holds(one, depth - 1)
            case cst.BooleanOperation(left=left, operator=sign, right=right):
                each = [self.fails(left, depth - 1), self.fails(right, depth - 1)]
                return any(each) if isinstance(sign, cst.And) else all(each)
            case cst.Call(args=[cst.Arg(value=cst.GeneratorExp(for_in=part))]):
                return called(node) == "any" and self._is_empty(part.iter)
        return self._is_empty(node)

    def _holds_for_all(self, made: cst.GeneratorExp | cst.ListComp, depth: int) -> bool:
        """Say whether `all` of it holds: of nothing, or each is sure to."""
        match made.elt:
            case cst.Comparison(
                left=one, comparisons=[cst.ComparisonTarget(cst.In(), row)]
            ) if self._spelled(one) == self._spelled(made.for_in.target):
                if self._spelled(row) == self._spelled(made.for_in.iter):
                    return True
        return self._is_empty(made.for_in.iter) or self.holds(made.elt, depth)

    def _is_empty(self, node: cst.BaseExpression) -> bool:
        """Say whether a row has nothing in it."""
        match bare(node):
            case (
                cst.Tuple(elements=parts)
                | cst.List(elements=parts)
                | cst.Dict(elements=parts)
            ):
                return not parts
            case cst.SimpleString() as text:
                return not text.evaluated_value
            case cst.Call(args=[]):
                return called(node) in ("list", "tuple", "dict", "set", "frozenset")
            case cst.Call(args=[cst.Arg(value=cst.Integer(value="0"))]):
                return called(node) == "range"
            case cst.Subscript(slice=[cst.SubscriptElement(cst.Slice() as part)]):
                low = "0" if part.lower is None else self.page.text(part.lower)
                high = "" if part.upper is None else self.page.text(part.upper)
                return part.step is None and high in ("0", low)
        return False

    def _compares(
        self, left: cst.BaseExpression, targets: Sequence[cst.ComparisonTarget]
    ) -> bool:
        for target in targets:
            right, sign = target.comparator, target.operator
            same = self._spelled(left) == self._spelled(right)
            long = _is_length(left) and (type(sign), self._spelled(right)) in LENGTHS
            long = long or self._is_something(left, sign, right)
            if _is_length(right) and isinstance(sign, cst.LessThanEqual):
                long = long or self._spelled(left) == "0"
            if not long and not (same and isinstance(sign, REFLEXIVE)):
                return False
            left = right
        return True

    def _is_something(
        self, one: cst.BaseExpression, sign: cst.BaseCompOp, other: cst.BaseExpression
    ) -> bool:
        """Say whether a result that is never None is compared with None."""
        asked = self._spelled(one).startswith(f"{self.page.function.name}(")
        differs = isinstance(sign, (cst.IsNot, cst.NotEqual))
        returns = self.page.function.signature.returns
        may_be_none = returns is None or type(None) in get_args(returns)
        return asked and differs and self._spelled(other) == "None" and not may_be_none

    def _denies(self, left: cst.BaseExpression, right: cst.BaseExpression) -> bool:
        match right:
            case cst.UnaryOperation(operator=cst.Not(), expression=one):
                return self._spelled(one) == self._spelled(left)
        return False

    def _excludes(self, left: cst.BaseExpression, right: cst.BaseExpression) -> bool:
        """Say whether two comparisons of the same sides leave nothing between them."""
        match left, right:
            case (
                cst.Comparison(left=one, comparisons=[target]),
                cst.Comparison(left=other, comparisons=[goal]),
            ):
                signs = {type(target.operator), type(goal.operator)}
                ends = self._spelled(target.comparator), self._spelled(goal.comparator)
                same = self._spelled(one) == self._spelled(other)
                return signs in OPPOSITE and same and ends[0] == ends[1]
        return False

    def _is_declared(self, one: cst.BaseExpression, kind: cst.BaseExpression) -> bool:
        """Say whether an `isinstance` asks what the return type says already."""
        asked = self._spelled(one).startswith(f"{self.page.function.name}(")
        declared = self.page.function.signature.returns
        while hasattr(declared, "__origin__") or hasattr(declared, "__metadata__"):
            declared = declared.__origin__
        names = {
            getattr(declared, "__name__", ""),
            self.page.function.signature.spelled,
        }
        spelled = self.page.text(kind)
        return asked and (spelled in names or spelled == "object")

    def _spelled(self, node: cst.BaseExpression) -> str:
        """Return a node as written, with values for names that are bound once."""
        if all(self.scope.only(name.value) is None for name in all_of(node, cst.Name)):
            return self.page.text(bare(node))
        replaced = node.visit(_Inline(self.scope))
        assert isinstance(replaced, cst.BaseExpression)
        return self.page.text(bare(replaced))


class _Inline(cst.CSTTransformer):
    """Puts values for names."""

    def __init__(self, scope: Scope) -> None:
        super().__init__()
        self.scope = scope

    def leave_Name(
        self, original_node: cst.Name, updated_node: cst.Name
    ) -> cst.BaseExpression:
        value = self.scope.only(original_node.value)
        if value is None or isinstance(value, cst.Lambda):
            return updated_node
        return bare(value)

    def leave_NamedExpr(
        self, original_node: cst.NamedExpr, updated_node: cst.NamedExpr
    ) -> cst.BaseExpression:
        return bare(updated_node.value)


def _is_length(node: cst.BaseExpression) -> bool:
    """Say whether a number is never below 0."""
    match node:
        case cst.Call(func=cst.Attribute(attr=cst.Name(value="count"))):
            return True
        case cst.Call(args=[cst.Arg(value=cst.GeneratorExp(elt=cst.Comparison()))]):
            return called(node) == "sum"
    return called(node) in ("len", "abs")
