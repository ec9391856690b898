"""Sorts the parts of a file; comments move with what they stand above."""

from collections.abc import Sequence

import libcst as cst

from ldc.check.rules.page import Page
from ldc.check.rules.scope import parameters_of
from ldc.check.rules.tree import all_of, walk
from ldc.check.rules.unused_import import bound_by
from ldc.check.rules.wrong_order import PARTS, part_of

Line = cst.SimpleStatementLine | cst.BaseCompoundStatement
"""A statement of the file."""

PLAIN = frozenset({"True", "False", "None"})


def wrong_order(page: Page) -> cst.Module:
    """Return the module in order, with a comment above its properties."""
    lines = list(page.module.body)
    public = page.function.name
    parts = [part_of(line, public) for line in lines]
    order = sorted(range(len(lines)), key=lambda place: parts[place])
    moves = order != list(range(len(lines)))
    if moves and not _may_move(lines):
        return page.module
    if moves:
        lines[0] = _with_above(lines[0], page.module.header)
    new = [_spaced(lines[place]) if moves else lines[place] for place in order]
    header = () if moves else page.module.header
    return page.module.with_changes(header=header, body=_commented(new, page))


def _may_move(lines: Sequence[Line]) -> bool:
    """Say whether no line needs another one above it when the file is loaded."""
    bound: list[str] = []
    for line in lines:
        if isinstance(line, cst.FunctionDef):
            bound.append(line.name.value)
            defaults = [p.default for p in all_of(line.params, cst.Param) if p.default]
            if line.decorators or any(map(_needs, defaults)):
                return False
            continue
        if not isinstance(line, cst.SimpleStatementLine):
            return False
        for part in line.body:
            match part:
                case cst.Import() | cst.ImportFrom():
                    bound += [
                        bound_by(alias) for alias in all_of(part, cst.ImportAlias)
                    ]
                case cst.Assign(
                    targets=[cst.AssignTarget(target=cst.Name(value=name))], value=value
                ) if not _needs(value):
                    bound.append(name)
                case cst.AnnAssign(target=cst.Name(value=name), value=value) if (
                    value is not None and not _needs(value)
                ):
                    bound.append(name)
                case cst.Expr(value=cst.SimpleString()):
                    continue
                case _:
                    return False
    return len(bound) == len(set(bound))


def _needs(value: cst.BaseExpression) -> bool:
    """Say whether an expression is more than a literal."""
    return any(
        isinstance(node, cst.Call)
        or (isinstance(node, cst.Name) and node.value not in PLAIN)
        for node in walk(value)
    )


def _with_above(line: Line, above: Sequence[cst.EmptyLine]) -> Line:
    return line.with_changes(leading_lines=[*above, *line.leading_lines])


def _spaced(line: Line) -> Line:
    """Return a function with two empty lines above it and its comment."""
    if not isinstance(line, cst.FunctionDef):
        return line
    above = list(line.leading_lines)
    while above and above[0].comment is None:
        del above[0]
    return line.with_changes(leading_lines=[*_empty(), *above])


def _commented(lines: list[Line], page: Page) -> list[Line]:
    """Return the lines with a comment above the first property, if there is none."""
    for place, line in enumerate(lines):
        if part_of(line, page.function.name) == len(PARTS) - 1:
            assert isinstance(line, cst.FunctionDef)
            if not any(above.comment for above in line.leading_lines):
                names = [p.name.value for p in parameters_of(line)] or ["call"]
                told = " and every ".join(names)
                comment = cst.Comment(f"# What must hold for every {told}.")
                above = [*_empty(), cst.EmptyLine(False, comment=comment), *_empty()]
                lines[place] = line.with_changes(leading_lines=above)
            break
    return lines


def _empty() -> list[cst.EmptyLine]:
    return [cst.EmptyLine(indent=False), cst.EmptyLine(indent=False)]
