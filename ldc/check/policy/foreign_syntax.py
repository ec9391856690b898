"""LDC010 foreign-syntax: a form of Python that functions are not written in.

What it does: refuses every kind of syntax that is not on the list: `with`, `async`,
`try ... except*`, decorators that are no caches, and what a later Python brings.

Why: a list of what is known as harmless cannot be outwitted by something new.

Not good:

    with Plan() as plan:
        return plan.steps

Good: assignments, loops, conditions and calls.

    return plan.steps
"""

import ast
from collections.abc import Iterator

from ldc.check.policy.language import NODES
from ldc.check.policy.text import Seen, Text

INSTEAD = {
    "With": "a function opens nothing",
    "Await": "a function waits for nothing",
    "AsyncFunctionDef": "a function waits for nothing",
    "MatMult": "write the sums out",
    "TryStar": "catch with `except`",
}
"""Kind of syntax -> what to write for it."""

CACHES = frozenset({("functools", "cache"), ("functools", "lru_cache")})
"""What may stand above any function."""

KINDS = frozenset({"abstractmethod", "classmethod", "property", "staticmethod"})
"""What may stand above a method."""

TOLD = ("Global",)
"""Kinds that have an entry of their own."""


def foreign_syntax(text: Text) -> Iterator[Seen]:
    """Yield what is no part of a function's language."""
    for kind, nodes in text.nodes.items():
        name = kind.__name__
        if name not in NODES and name not in TOLD:
            for place in _places(text, nodes):
                yield (
                    place,
                    f"{name} is not part of a function's language",
                    INSTEAD.get(name, "use assignments, loops, conditions and calls"),
                )
    methods = {id(method) for one in text.classes for method in one.methods}
    outer = {id(statement) for statement in text.tree.body} | methods
    for definition in text.of(ast.FunctionDef):
        for decorator in definition.decorator_list:
            named = isinstance(decorator, ast.Name) and decorator.id in KINDS
            of_method = named and id(definition) in methods
            own = isinstance(decorator, ast.Name) and decorator.id in text.functions
            inner = own and id(definition) not in outer
            if not (of_method or inner or _is_cache(decorator, text)):
                yield (
                    decorator,
                    f"decorator {ast.unparse(decorator)!r}",
                    "write the function plainly",
                )
    for given in text.of(ast.AnnAssign):
        # mypy computes what is `Final`, and would do so for ever: 10**10**10.
        if "Final" in ast.unparse(given.annotation) and _computes(given.value):
            yield given, "a computed value is `Final`", "write the value itself"


def _places(text: Text, nodes: list[ast.AST]) -> Iterator[ast.AST]:
    """Yield where nodes stand: an operator where its operation does."""
    if isinstance(nodes[0], ast.operator):
        kind = type(nodes[0])
        yield from (one for one in text.of(ast.BinOp) if isinstance(one.op, kind))
        yield from (one for one in text.of(ast.AugAssign) if isinstance(one.op, kind))
    elif not isinstance(nodes[0], ast.withitem):  # its `with` is told
        yield from nodes


def _is_cache(decorator: ast.expr, text: Text) -> bool:
    """Say whether a decorator keeps answers: a function's only hang on arguments."""
    called = decorator
    if isinstance(decorator, ast.Call):
        called = decorator.func
        values = [*decorator.args, *(one.value for one in decorator.keywords)]
        if not all(isinstance(value, ast.Constant) for value in values):
            return False
    return text.origin(called) in CACHES


def _computes(value: ast.expr | None) -> bool:
    return any(isinstance(n, ast.BinOp) for n in ast.walk(value or ast.Constant(0)))
