"""Makes the mutants of a function: one small mistake each, compiled, not yet run."""

import ast
import marshal
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from types import CodeType

from ldc.check.mutants.operators import OPERATORS
from ldc.ir import Function
from ldc.jail.weave import PROPERTY, burn_in

MOST = 1000
"""Mutants of one function; more would be of a file that is far too long."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """One wrong version of one definition."""

    defines: str
    """Name of the definition: the function, or a helper of it."""
    code: CodeType
    """Puts it into the namespace of its file."""
    line: int
    site: int
    mistake: int
    """Places in `sites` of the definition, and in `mistakes` of that one."""


def make(function: Function) -> tuple[Mutant, ...]:
    """Return the mutants of a function and its helpers; those that compile alike once.

    Args:
        function: One that has passed the policy; nothing of it is run.
    """
    made: list[Mutant] = []
    for definition in ast.parse(function.source).body:
        match definition:
            case ast.FunctionDef(name=name) if not name.startswith(PROPERTY):
                made += _of(definition, function.path)
    return tuple(made[:MOST])


def _of(definition: ast.FunctionDef, path: str) -> Iterator[Mutant]:
    """Yield the mutants of one definition: a node is swapped in place, and put back."""
    places = [*sites(definition)]
    burn_in(definition)
    seen = {_compiled(definition, path)[1]}
    for site, (owner, field, node) in enumerate(places):
        line = getattr(node, "lineno", definition.lineno)
        for mistake, new in enumerate(mistakes(node, definition)):
            new = ast.fix_missing_locations(ast.copy_location(copy(new), node))
            put(owner, field, node, new)
            code, key = _compiled(definition, path)
            put(owner, field, new, node)
            if key not in seen:  # the same code is no mutant, or one we have
                seen.add(key)
                yield Mutant(definition.name, code, line, site, mistake)


def sites(definition: ast.FunctionDef) -> Iterator[tuple[ast.AST, str, ast.AST]]:
    """Yield (parent, field, node) for what may be mutated: no manual, no annotation."""
    todo: list[ast.AST] = [definition]
    while todo:
        owner = todo.pop()
        for field, value in ast.iter_fields(owner):
            if field in ("annotation", "returns", "ctx", "decorator_list"):
                continue
            for node in value if isinstance(value, list) else [value]:
                manual = isinstance(node, ast.Expr) and isinstance(
                    node.value, ast.Constant
                )
                if isinstance(node, ast.AST) and not manual:
                    if isinstance(node, ast.expr | ast.stmt | ast.Slice):
                        yield owner, field, node
                    # Parts of an f-string are no expressions of their own.
                    if not isinstance(node, ast.JoinedStr | ast.pattern):
                        todo.append(node)


def mistakes(node: ast.AST, definition: ast.FunctionDef) -> Iterator[ast.AST]:
    """Yield what a node of the definition might have been; nothing is changed."""
    for operator in OPERATORS:
        yield from operator(node)
    if isinstance(node, ast.Return):
        for other in ast.walk(definition):
            if isinstance(other, ast.Return) and other is not node:
                yield ast.Return(other.value)


def put(owner: ast.AST, field: str, old: ast.AST, new: ast.AST) -> None:
    """Swap a node for another in its parent."""
    value = getattr(owner, field)
    if isinstance(value, list):
        value[next(i for i, one in enumerate(value) if one is old)] = new
    else:
        setattr(owner, field, new)


def _compiled(definition: ast.FunctionDef, path: str) -> tuple[CodeType, bytes]:
    """Return the code that defines it, and a key that is equal for equal code."""
    code = compile(ast.Module([definition], []), path, "exec", dont_inherit=True)
    return code, marshal.dumps(_bare(code))


def _bare(code: CodeType) -> CodeType:
    """Return the code without its line numbers, in which equal versions may differ."""
    constants = tuple(
        _bare(constant) if isinstance(constant, CodeType) else constant
        for constant in code.co_consts
    )
    return code.replace(co_consts=constants, co_linetable=b"", co_firstlineno=1)
