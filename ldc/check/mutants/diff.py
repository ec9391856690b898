"""Shows a mutant as people read one: the whole lines, before and after."""

import ast
from copy import copy
from textwrap import dedent

from ldc.check.mutants.make import Mutant, mistakes, put, sites
from ldc.ir import Function


def diff(function: Function, mutant: Mutant) -> str:
    """Return the lines that the mutant changes, as `- ...` and `+ ...`.

    Args:
        function: What the mutant was made of.
        mutant: Says which of its mistakes it is.
    """
    tree = ast.parse(function.source)
    definition = next(
        node
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and node.name == mutant.defines
    )
    owner, field, node = [*sites(definition)][mutant.site]
    new = [*mistakes(node, definition)][mutant.mistake]
    old, text = _piece(node, new)
    put(owner, field, node, ast.copy_location(copy(new), node))
    meant = ast.unparse(tree)
    # A piece of weaker binding needs parentheses where it stands; most do not.
    after = _instead(function.source, old, f"({text})")
    plain = _instead(function.source, old, text)
    if _reads_as(plain, meant):
        after = plain
    lines = function.source.splitlines()
    first, last = old.lineno - 1, old.end_lineno or old.lineno
    rest = len(lines) - last
    new_lines = after.splitlines()
    return "\n".join(
        [
            *_marked("-", lines[first:last]),
            *_marked("+", new_lines[first : len(new_lines) - rest]),
        ]
    )


def _piece(old: ast.AST, new: ast.AST) -> tuple[ast.expr | ast.stmt | ast.Slice, str]:
    """Return the smallest part that differs, and its new text."""
    while type(old) is type(new):
        parts = [
            (before, getattr(new, field, None))
            for field, before in ast.iter_fields(old)
            if before is not getattr(new, field, None)
        ]
        match parts:
            case [(ast.expr() as before, ast.expr() as after)]:
                old, new = before, after
            case _:
                break
    assert isinstance(old, ast.expr | ast.stmt | ast.Slice)
    return old, ast.unparse(ast.fix_missing_locations(new))


def _instead(source: str, old: ast.expr | ast.stmt | ast.Slice, text: str) -> str:
    """Return the source with another text in the place of a node."""
    lines = source.encode().splitlines(keepends=True)  # columns count bytes
    last = old.end_lineno or old.lineno
    head = lines[old.lineno - 1][: old.col_offset]
    tail = lines[last - 1][old.end_col_offset :]
    lines[old.lineno - 1 : last] = [head + text.encode() + tail]
    return b"".join(lines).decode()


def _reads_as(source: str, meant: str) -> bool:
    try:
        return ast.unparse(ast.parse(source)) == meant
    except SyntaxError:
        return False


def _marked(sign: str, lines: list[str]) -> list[str]:
    """Return lines behind a sign, without the indent that they share."""
    return [f"{sign} {line}" for line in dedent("\n".join(lines)).splitlines()]
