"""What a mutant does to one node of the syntax: the smallest mistakes that people make.

Each operator yields what the node might have been. The tree is not changed here.
"""

import ast
from collections.abc import Iterator, Mapping
from copy import copy

OTHER: Mapping[type[ast.AST], tuple[type[ast.AST], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.FloorDiv,),
    ast.Div: (ast.Mult,),
    ast.FloorDiv: (ast.Mult,),
    ast.Mod: (ast.FloorDiv,),
    ast.Pow: (ast.Mult,),
    ast.BitAnd: (ast.BitOr,),
    ast.BitOr: (ast.BitAnd,),
    ast.BitXor: (ast.BitAnd,),
    ast.LShift: (ast.RShift,),
    ast.RShift: (ast.LShift,),
    ast.And: (ast.Or,),
    ast.Or: (ast.And,),
}
"""Operator -> what is easily written for it."""

WORDS: Mapping[str, str] = {"min": "max", "max": "min", "any": "all", "all": "any"}
"""Builtin -> the one that is easily written for it."""


def comparisons(node: ast.AST) -> Iterator[ast.AST]:
    """Move a boundary, or turn a comparison round."""
    if isinstance(node, ast.Compare):
        for place, operator in enumerate(node.ops):
            for other in OTHER.get(type(operator), ()):
                new = copy(node)
                new.ops = [*node.ops]
                new.ops[place] = other()  # type: ignore[call-overload]
                yield new


def arithmetic(node: ast.AST) -> Iterator[ast.AST]:
    """Take another operation, or leave a sign out."""
    if isinstance(node, ast.BinOp | ast.AugAssign):
        for other in OTHER.get(type(node.op), ()):
            new = copy(node)
            new.op = other()  # type: ignore[assignment]
            yield new
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub | ast.Invert):
        yield node.operand


def booleans(node: ast.AST) -> Iterator[ast.AST]:
    """Take `or` for `and`, leave out a part or a `not`, or turn a condition round."""
    if isinstance(node, ast.BoolOp):
        new = copy(node)
        new.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield new
        for place in range(len(node.values)):
            rest = [*node.values[:place], *node.values[place + 1 :]]
            new = copy(node)
            new.values = rest
            yield new if len(rest) > 1 else rest[0]
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield node.operand
    if isinstance(node, ast.If | ast.While | ast.IfExp):
        turned = copy(node)
        turned.test = ast.UnaryOp(ast.Not(), node.test)
        yield turned


def constants(node: ast.AST) -> Iterator[ast.AST]:
    """Take the next number, the other truth, another text."""
    if not isinstance(node, ast.Constant):
        return
    match node.value:
        case bool(value):
            yield ast.Constant(not value)
        case int(value):
            yield ast.Constant(value + 1)
            yield ast.Constant(value - 1)
        case float(value):
            yield ast.Constant(value * 2 + 1)
        case str(value):
            yield ast.Constant("" if value else "other")


def words(node: ast.AST) -> Iterator[ast.AST]:
    """Take `max` for `min`, `all` for `any`."""
    if isinstance(node, ast.Name) and node.id in WORDS:
        yield ast.Name(WORDS[node.id], node.ctx)


def arguments(node: ast.AST) -> Iterator[ast.AST]:
    """Swap two arguments that stand side by side, or two parts of a tuple."""
    if isinstance(node, ast.Call):
        for place in range(len(node.args) - 1):
            new = copy(node)
            new.args = _swapped(node.args, place)
            yield new
        for place in range(len(node.keywords) - 1):
            one, two = node.keywords[place : place + 2]
            pair = [ast.keyword(one.arg, two.value), ast.keyword(two.arg, one.value)]
            new = copy(node)
            new.keywords = [*node.keywords]
            new.keywords[place : place + 2] = pair
            yield new
    if isinstance(node, ast.Tuple) and isinstance(node.ctx, ast.Load):
        for place in range(len(node.elts) - 1):
            parts = copy(node)
            parts.elts = _swapped(node.elts, place)
            yield parts


def slices(node: ast.AST) -> Iterator[ast.AST]:
    """Begin one later, or end one earlier."""
    if isinstance(node, ast.Slice):
        later, earlier = copy(node), copy(node)
        later.lower = _plus(node.lower, 1) if node.lower else ast.Constant(1)
        earlier.upper = _plus(node.upper, -1) if node.upper else ast.Constant(-1)
        yield later
        yield earlier


def statements(node: ast.AST) -> Iterator[ast.AST]:
    """Forget a statement; not one that defines what is used below."""
    if isinstance(node, ast.AugAssign | ast.If | ast.For | ast.While | ast.Continue):
        yield ast.Pass()
    if isinstance(node, ast.Break):
        yield ast.Pass()
        yield ast.Continue()
    if isinstance(node, ast.Expr) and not isinstance(node.value, ast.Constant):
        yield ast.Pass()


OPERATORS = (
    *(comparisons, arithmetic, booleans, constants, words),
    *(arguments, slices, statements),
)
"""All of them; `make` adds the swap of returned values, which needs the function."""


def _swapped(parts: list[ast.expr], place: int) -> list[ast.expr]:
    return [*parts[:place], parts[place + 1], parts[place], *parts[place + 2 :]]


def _plus(node: ast.expr, step: int) -> ast.expr:
    return ast.BinOp(node, ast.Add(), ast.Constant(step))
