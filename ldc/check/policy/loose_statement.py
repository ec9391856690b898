"""LDC016 loose-statement: code that runs when the file is imported.

What it does: refuses statements outside of functions other than imports and constants,
and defaults and annotations that call something. A constant is made of literals,
tables of such, `frozenset(...)`, imported words, types, earlier constants and
arithmetic.

Why: a file says what can be called; nothing happens before the call.

Not good:

    WAYS = {}
    WAYS[1] = "near"

Good:

    WAYS = {1: "near", 3: "far"}
    FAREST = 3 + 2
"""

import ast
from collections.abc import Iterator

from ldc.author.annotations import CONSTRAINTS
from ldc.check.policy.language import listed
from ldc.check.policy.text import Seen, Text

MAKERS = listed("""
    Decimal Fraction TypeVar compile float frozenset int namedtuple range str tuple
    """)
"""What a constant may call."""

RUNS = (ast.Call, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
"""What runs code in a default."""

MOST = 64
"""Largest exponent in a constant."""


def loose_statement(text: Text) -> Iterator[Seen]:
    """Yield what runs on import."""
    for statement in text.tree.body:
        match statement:
            case ast.Import() | ast.ImportFrom():
                pass
            case ast.FunctionDef(args=spec):
                defaults = (*spec.defaults, *filter(None, spec.kw_defaults))
                for default in defaults:
                    if not is_constant(default) and _runs(default):
                        yield _seen(default)
            case ast.AnnAssign(target=ast.Name(), value=value):
                if value is not None and not _is_table(value):
                    yield _seen(statement)
            case ast.Assign(targets=targets, value=value):
                if not (all(map(_is_plain, targets)) and _is_table(value)):
                    yield _seen(statement)
            case ast.Expr(value=ast.Constant(value=str())):
                pass
            case ast.ClassDef() | ast.AsyncFunctionDef():
                pass  # LDC036 and LDC010 say it
            case _:
                yield _seen(statement)
    for annotation in text.annotations:
        for node in ast.walk(annotation):
            called = isinstance(node, ast.Call) and not _is_constraint(node.func)
            if called or isinstance(node, ast.NamedExpr):
                yield _seen(node)


def _seen(node: ast.AST) -> Seen:
    return (
        node,
        f"{ast.unparse(node)[:60]!r} runs on import",
        "make it a constant (a number, a tuple, a table), or move it into the function",
    )


def _is_plain(target: ast.expr) -> bool:
    """Say whether a target is a name, or some."""
    if isinstance(target, ast.Tuple):
        return all(isinstance(one, ast.Name) for one in target.elts)
    return isinstance(target, ast.Name)


def _is_constraint(called: ast.expr) -> bool:
    return isinstance(called, ast.Name) and called.id in CONSTRAINTS


def _runs(default: ast.expr) -> bool:
    return any(isinstance(node, RUNS) for node in ast.walk(default))


def _is_table(value: ast.expr) -> bool:
    """Say whether an expression is a constant, or a list, set or dict of such.

    LDC018 sees to it that nobody changes them.
    """
    match value:
        case ast.Lambda():
            return True
        case ast.List(elts=parts) | ast.Set(elts=parts) | ast.Tuple(elts=parts):
            return all(map(_is_table, parts))
        case ast.Dict(keys=keys, values=values):
            return all(k is not None and is_constant(k) for k in keys) and all(
                map(_is_table, values)
            )
        case ast.Call(func=ast.Name(id="set"), args=[part], keywords=[]):
            return _is_part(part)
    return is_constant(value)


def is_constant(value: ast.expr) -> bool:
    """Say whether an expression is immutable, and made of such."""
    match value:
        case ast.Constant() | ast.Name() | ast.JoinedStr(values=[]):
            return True
        case ast.Tuple(elts=parts):
            return all(map(is_constant, parts))
        case ast.Attribute(value=inner) | ast.UnaryOp(operand=inner):
            return is_constant(inner)
        case ast.Starred(value=inner):
            return is_constant(inner)
        case ast.BinOp(left=left, op=ast.Pow() | ast.LShift(), right=right):
            return isinstance(left, ast.Constant) and _is_small(right)
        case ast.BinOp(left=left, right=right):
            return is_constant(left) and is_constant(right)
        case ast.Subscript(value=inner, slice=index):
            return is_constant(inner) and _is_index(index)
        case ast.Call(
            func=ast.Name(id=maker) | ast.Attribute(value=ast.Name(), attr=maker),
            args=parts,
            keywords=named,
        ):
            given = [*parts, *(keyword.value for keyword in named)]
            made = maker in MAKERS or maker in CONSTRAINTS  # a name for a type
            return made and all(map(_is_part, given))
    return False


def _is_small(exponent: ast.expr) -> bool:
    if isinstance(exponent, ast.UnaryOp):
        exponent = exponent.operand
    return (
        isinstance(exponent, ast.Constant)
        and isinstance(exponent.value, int | float)
        and exponent.value <= MOST
    )


def _is_index(index: ast.expr) -> bool:
    if isinstance(index, ast.Slice):
        parts = (index.lower, index.upper, index.step)
        return all(part is None or is_constant(part) for part in parts)
    if isinstance(index, ast.Tuple):  # the arguments of a callable are a list
        return all(map(_is_part, index.elts))
    return is_constant(index)


def _is_part(value: ast.expr) -> bool:
    """As a constant, or a list or set of such: it goes into a frozenset or a tuple."""
    if isinstance(value, ast.List | ast.Set):
        return all(map(is_constant, value.elts))
    return is_constant(value)
