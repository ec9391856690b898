"""LDC023 float-equality: floats are compared with a margin.

What it does: refuses `==` and `!=` where a side is a float: a literal, a division, a
call of `float` or of a function of `math`, a parameter, field or name of that type;
also `in` a row that is written out, a `case`, and a table that is asked by a float.

Why: 0.1 + 0.2 is not 0.3. Two ways to the same number may end a hair apart, so the
answer hangs on how it was computed.

Not good:

    return state.speed / 2 == limit

Good:

    return math.isclose(state.speed / 2, limit)
"""

import dataclasses
from collections.abc import Iterator, Mapping, Set
from functools import cached_property
from itertools import pairwise
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import libcst as cst

from ldc.check.rules.page import Page, Seen
from ldc.check.rules.scope import Scope, called
from ldc.ir import TaskSpec

MATH = frozenset(
    {
        *("float", "fsum", "sqrt", "hypot", "dist", "exp", "log", "log2", "log10"),
        *("sin", "cos", "tan", "asin", "acos", "atan", "atan2", "degrees", "radians"),
        *("fabs", "fmod", "copysign"),
        *("fmean", "stdev", "pstdev", "geometric_mean", "harmonic_mean"),
    }
)
"""What always gives a float, of `math` and `statistics`."""

LOOKUPS = frozenset({"get", "count", "index"})
"""Methods that look for what is equal to what they are given."""

EXACT = frozenset({"inf", "math.inf"})
"""Floats that nothing comes near to: comparing with them is safe."""

SAME_KIND = frozenset({"abs", "max", "min", "sum"})
"""Gives a float when it is given one."""


SAME = (cst.Equal, cst.NotEqual, cst.In, cst.NotIn)
"""What asks whether two are equal."""


def float_equality(page: Page) -> Iterator[Seen]:
    """Yield each comparison for equality with a float."""
    for definition in page.definitions:
        floats: _Floats | None = None
        for comparison in page.inside(definition, cst.Comparison):
            sides = [comparison.left, *(c.comparator for c in comparison.comparisons)]
            signs = [target.operator for target in comparison.comparisons]
            equal = [isinstance(sign, SAME) for sign in signs]
            if not any(equal) or any(page.text(side) in EXACT for side in sides):
                continue
            floats = floats or _Floats(page, definition)
            if any(
                same and (floats.has(one) or floats.has(other))
                for same, (one, other) in zip(equal, pairwise(sides), strict=True)
            ):
                yield (
                    comparison,
                    f"`{page.text(comparison)}` compares floats for equality",
                    "use `math.isclose(a, b)`, or compare whole numbers",
                )
        for lookup in page.inside(definition, cst.Subscript):
            floats = floats or _Floats(page, definition)
            if floats.has_index(lookup):
                yield _looked_up(page, lookup)
        for call in page.inside(definition, cst.Call):
            match call:
                case cst.Call(
                    func=cst.Attribute(attr=cst.Name(value=method)), args=[one, *_]
                ) if method in LOOKUPS:
                    floats = floats or _Floats(page, definition)
                    if floats.has(one.value):
                        yield _looked_up(page, call)
        for pattern in page.inside(definition, cst.MatchValue):
            floats = floats or _Floats(page, definition)
            if floats.has(pattern.value):
                yield (
                    pattern,
                    f"`case {page.text(pattern)}` compares floats for equality",
                    "use `math.isclose(a, b)`, or match whole numbers",
                )


def _looked_up(page: Page, node: cst.CSTNode) -> Seen:
    return (
        node,
        f"`{page.text(node)}` looks a float up, which compares for equality",
        "look up a whole number, or the nearest key",
    )


class _Floats:
    """Tells which expressions of a function are floats, as far as its text tells."""

    def __init__(self, page: Page, definition: cst.FunctionDef) -> None:
        self.scope: Scope = page.scope(definition)
        self.task = page.task

    @cached_property
    def fields(self) -> Set[str]:
        """Names that fields of the task's records give to floats alone."""
        return _float_fields(self.task)

    def has(self, node: cst.BaseExpression, seen: Set[str] = frozenset()) -> bool:
        """Say whether an expression is a float."""
        match node:
            case cst.Float():
                return True
            case (
                cst.Tuple(elements=parts)
                | cst.List(elements=parts)
                | cst.Set(elements=parts)
            ):
                return any(self.has(part.value, seen) for part in parts)
            case (
                cst.UnaryOperation(operator=cst.Minus() | cst.Plus(), expression=one)
                | cst.NamedExpr(value=one)
                | cst.GeneratorExp(elt=one)
                | cst.ListComp(elt=one)
            ):
                return self.has(one, seen)
            case cst.BinaryOperation(operator=cst.Divide()):
                return True
            case cst.BinaryOperation(left=left, right=right):
                return self.has(left, seen) or self.has(right, seen)
            case cst.IfExp(body=body, orelse=orelse):
                return self.has(body, seen) or self.has(orelse, seen)
            case cst.Attribute(attr=field):
                return field.value in self.fields
            case cst.Name(value=name):
                return name not in seen and self._name(name, seen | {name})
            case cst.Call(args=args):
                if called(node) == "round":
                    return len(args) == 2 and self.has(args[0].value, seen)
                if called(node) in SAME_KIND:
                    return any(self.has(arg.value, seen) for arg in args)
                return called(node) in MATH
        return False

    def has_index(self, node: cst.Subscript) -> bool:
        """Say whether a table is asked by a float; nothing else takes one."""
        match node.slice:
            case [cst.SubscriptElement(slice=cst.Index(value=key))]:
                return self.has(key)
        return False

    def _name(self, name: str, seen: Set[str]) -> bool:
        spelled = self.scope.annotations.get(name, "")
        if spelled:
            return spelled.startswith("Annotated[float") or _is_float(
                self.task.words.get(spelled, float if spelled == "float" else None)
            )
        values = self.scope.values.get(name, [])
        return any(value is not None and self.has(value, seen) for value in values)


def _float_fields(task: TaskSpec) -> frozenset[str]:
    """Return the names that fields of the task's records give to floats alone."""
    records = [
        value
        for value in task.words.values()
        if isinstance(value, type) and dataclasses.is_dataclass(value)
    ]
    hints = [hint for record in records for hint in _hints(record).items()]
    others = {name for name, declared in hints if not _is_float(declared)}
    return frozenset(name for name, _ in hints) - others


def _hints(record: type) -> Mapping[str, Any]:
    try:
        return get_type_hints(record, include_extras=True)
    except NameError:
        return {}  # a type that only a type checker sees


def _is_float(declared: Any) -> bool:
    if get_origin(declared) is Annotated:
        return _is_float(get_args(declared)[0])
    return declared is float
