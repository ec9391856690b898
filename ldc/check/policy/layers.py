"""How new a value is: how many of its layers this function made itself.

0 is an argument, or part of one: to change it changes the argument. A list made of an
argument's rows has one new layer: it may change, its rows may not.
"""

import ast
from collections.abc import Iterable

from ldc.check.policy.language import listed
from ldc.check.policy.text import Text

FRESH = 9
"""New throughout, or no container at all."""

Layers = dict[str, int]
"""Name -> how new its value is; a name that is not there is new. So `called(name)` for
what a function of the file returns."""

COPIES = listed("""
    Counter OrderedDict chain copy defaultdict deque dict filter frozenset islice iter
    list reversed set sorted takewhile dropwhile tuple
    """)
"""Calls that give a new container with the same items."""

PAIRS = listed("""
    combinations enumerate groupby pairwise permutations product zip zip_longest
    """)
"""Calls that give new tuples of the same items."""

PICKS = listed("max min next")
"""Calls that give one item."""


def layers(node: ast.expr, known: Layers, text: Text) -> int:
    """Return how new the value of an expression is."""
    match node:
        case ast.Name(id=name):
            return known.get(name, FRESH)
        case ast.Attribute(value=owner):
            return inside(layers(owner, known, text))
        case ast.Subscript(value=owner, slice=index):
            item = inside(layers(owner, known, text))
            return above(item) if isinstance(index, ast.Slice) else item
        case ast.List(elts=parts) | ast.Tuple(elts=parts) | ast.Set(elts=parts):
            return above(_least(parts, known, text))
        case ast.Dict(values=parts):
            return above(_least(parts, known, text))
        case ast.Starred(value=inner):
            return inside(layers(inner, known, text))
        case (
            ast.ListComp(elt=item) | ast.SetComp(elt=item) | ast.GeneratorExp(elt=item)
        ):
            return above(layers(item, within(node.generators, known, text), text))
        case ast.DictComp(value=item, generators=rounds):
            return above(layers(item, within(rounds, known, text), text))
        case ast.IfExp(body=one, orelse=other):
            return _least([one, other], known, text)
        case ast.BoolOp(values=parts):
            return _least(parts, known, text)
        case ast.BinOp(left=left, right=right):
            return above(inside(_least([left, right], known, text)))
        case ast.NamedExpr(value=inner):
            return layers(inner, known, text)
        case ast.Call():
            return _of_call(node, known, text)
    return FRESH


def called(name: str) -> str:
    """Return what a function's result stands under in `Layers`."""
    return f"{name}()"


def inside(level: int) -> int:
    """Return how new the items of a value are."""
    return level if level == FRESH else max(level - 1, 0)


def above(level: int) -> int:
    """Return how new a new container of such items is."""
    return min(level + 1, FRESH)


def bind(target: ast.expr, level: int, known: Layers) -> None:
    """Note what a target is bound to."""
    match target:
        case ast.Name(id=name):
            known[name] = level
        case ast.Starred(value=inner):
            bind(inner, above(level), known)
        case ast.Tuple(elts=parts) | ast.List(elts=parts):
            for part in parts:
                bind(part, inside(level), known)


def within(rounds: Iterable[ast.comprehension], known: Layers, text: Text) -> Layers:
    """Return what is known inside a comprehension."""
    known = dict(known)
    for one in rounds:
        bind(one.target, inside(layers(one.iter, known, text)), known)
    return known


def _least(parts: Iterable[ast.expr | None], known: Layers, text: Text) -> int:
    return min((layers(p, known, text) for p in parts if p), default=FRESH)


def _of_call(node: ast.Call, known: Layers, text: Text) -> int:
    module, name = text.origin(node.func)
    if isinstance(node.func, ast.Attribute) and not module:
        of = layers(node.func.value, known, text)
        if name in ("get", "pop", "popleft", "setdefault"):
            return inside(of)
        if name in ("copy", "values", "elements"):
            return above(inside(of))
        return above(above(inside(of))) if name in ("items", "most_common") else FRESH
    if module == text.task.state_module:
        # What the task's words return may be kept by them: a table, a cache.
        return FRESH if isinstance(text.task.words.get(name), type) else 0
    if called(name) in known and not module:
        return known[called(name)]
    item = inside(_least(node.args, known, text))
    if name in PICKS:
        return item
    if name in COPIES:
        return above(item)
    return above(above(item)) if name in PAIRS else FRESH
