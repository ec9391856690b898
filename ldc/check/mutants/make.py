"""Makes the mutants of a function: one small mistake each, compiled, not yet run."""

import ast
import marshal
from collections.abc import Iterator
from dataclasses import dataclass
from types import CodeType

from ldc.check.mutants.operators import OPERATORS
from ldc.ir import Function
from ldc.jail.weave import BURN, PROPERTY, burn_in

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
    before: str
    after: str
    """The mutated piece, as it was and as it is."""


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
    sites = [*_sites(definition)]
    originals = {id(node): ast.unparse(node) for *_, node in sites}
    burn_in(definition)
    ast.fix_missing_locations(definition)
    seen = {_compiled(definition, path)[1]}
    for owner, field, node in sites:
        for new in _mistakes(node, definition):
            new = ast.fix_missing_locations(ast.copy_location(new, node))
            _put(owner, field, node, new)
            code, key = _compiled(definition, path)
            _put(owner, field, new, node)
            if key not in seen:  # the same code is no mutant, or one we have
                seen.add(key)
                yield Mutant(
                    definition.name,
                    code,
                    getattr(node, "lineno", definition.lineno),
                    originals[id(node)],
                    _text(new),
                )


def _sites(definition: ast.FunctionDef) -> Iterator[tuple[ast.AST, str, ast.AST]]:
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


def _mistakes(node: ast.AST, definition: ast.FunctionDef) -> Iterator[ast.AST]:
    for operator in OPERATORS:
        yield from operator(node)
    if isinstance(node, ast.Return):
        for other in ast.walk(definition):
            if isinstance(other, ast.Return) and other is not node:
                yield ast.Return(other.value)


def _put(owner: ast.AST, field: str, old: ast.AST, new: ast.AST) -> None:
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


def _text(node: ast.AST) -> str:
    """Return a node as source, without what was woven into it."""
    text = ast.unparse(node)
    return "\n".join(line for line in text.splitlines() if BURN not in line)
