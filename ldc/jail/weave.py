"""Weaves two counters into a function file: fuel, which runs out, and branches reached.

A verdict must not hang on a clock, so the work of a call is counted in steps: one for
each round of a loop and each entry into a function. The names of the counters are no
names that a file could spell.
"""

import ast
from collections.abc import Sequence
from dataclasses import dataclass

BURN = "<burn>"
"""Called once a step; what it returns is false."""

MARK = "<mark>"
"""Called with the place of a branch when it is entered; what it returns is false."""

PROPERTY = "always_"
"""How the name of a property begins; its branches are not the function's."""

FUEL = 100_000
"""Steps that one call may take: a thousand times what a short function needs."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way that control can take."""

    line: int
    what: str
    """As in "`if` is never false"."""


def weave(tree: ast.Module, unmarked: str) -> tuple[Way, ...]:
    """Weave the counters into a file, and return the branches that are marked.

    Args:
        tree: Changed in place.
        unmarked: Functions whose name begins so get no marks: properties.
    """
    ways: list[Way] = []
    for statement in tree.body:
        if isinstance(statement, ast.FunctionDef):
            marked = not statement.name.startswith(unmarked)
            burn_in(statement, ways if marked else None)
        elif isinstance(statement, ast.ClassDef):
            burn_in(statement)
    return tuple(ways)


def burn_in(tree: ast.AST, ways: list[Way] | None = None) -> None:
    """Weave fuel into one definition, and marks when there is a list for their ways."""
    # All nodes first: what is woven in must not be woven into again.
    for node in list(ast.walk(tree)):
        if ways is not None:
            _mark(node, ways)
        match node:
            case ast.FunctionDef() | ast.For() | ast.While():
                node.body.insert(_after_manual(node.body), _statement(BURN))
            case ast.Lambda():
                node.body = _then(_call(BURN), node.body)
            case ast.comprehension():
                node.ifs.insert(0, ast.UnaryOp(ast.Not(), _call(BURN)))
    ast.fix_missing_locations(tree)


def _mark(node: ast.AST, ways: list[Way]) -> None:
    """Mark the ways that lead on from one node."""

    def enter(body: list[ast.stmt], place: ast.AST, what: str) -> None:
        if not _is_beyond(body):
            number = _note(ways, place, what)
            body.insert(_after_manual(body), _statement(MARK, number))

    match node:
        case ast.FunctionDef():
            enter(node.body, node, f"`{node.name}` is never called")
        case ast.If():
            enter(node.body, node, "`if` is never true")
            enter(node.orelse, node, "`if` is never false")
        case ast.For():
            enter(node.body, node, "`for` never begins")
        case ast.While():
            enter(node.body, node, "`while` never begins")
        case ast.match_case():
            enter(node.body, node.pattern, "`case` never fits")
        case ast.ExceptHandler():
            enter(node.body, node, "`except` never catches")
        case ast.IfExp():
            true = _note(ways, node, "`if` is never true")
            node.body = _then(_call(MARK, true), node.body)
            false = _note(ways, node, "`if` is never false")
            node.orelse = _then(_call(MARK, false), node.orelse)
        case ast.ListComp() | ast.SetComp() | ast.GeneratorExp():
            item = _note(ways, node, "the comprehension never has an item")
            node.elt = _then(_call(MARK, item), node.elt)
        case ast.DictComp():
            item = _note(ways, node, "the comprehension never has an item")
            node.key = _then(_call(MARK, item), node.key)


def _note(ways: list[Way], place: ast.AST, what: str) -> int:
    ways.append(Way(getattr(place, "lineno", 1), what))
    return len(ways) - 1


def _is_beyond(body: Sequence[ast.stmt]) -> bool:
    """Say whether a way is there only to say that it cannot be taken."""
    match body:
        case [ast.Expr(ast.Call(func=ast.Name(id="assert_never")))]:
            return True
        case [ast.Raise(exc=ast.Call(func=ast.Name(id=name)) | ast.Name(id=name))]:
            return name == "AssertionError"
        case [ast.Assert(test=ast.Constant(value=False))]:
            return True
    return False


def _after_manual(body: Sequence[ast.stmt]) -> int:
    return 1 if body and ast.get_docstring(ast.Module([*body[:1]], [])) else 0


def _then(first: ast.expr, value: ast.expr) -> ast.expr:
    """Return an expression that is `value`, after `first`, which is false."""
    return ast.BoolOp(ast.Or(), [first, value])


def _statement(name: str, *numbers: int) -> ast.stmt:
    return ast.Expr(_call(name, *numbers))


def _call(name: str, *numbers: int) -> ast.Call:
    return ast.Call(ast.Name(name, ast.Load()), [*map(ast.Constant, numbers)], [])
