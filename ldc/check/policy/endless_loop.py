"""LDC014 endless-loop: a loop that nothing ends.

What it does: refuses a `while` when nothing in its condition changes in its body and
nothing leaves it, a `while True` without a `break` or `return` that can be reached, and
a `for` over `count()`, `cycle(...)` or `repeat(x)` that nothing leaves.

Why: a step of the game waits for the answer.

Not good:

    while steps > 0:
        walked += 1

Good:

    while steps > 0:
        steps -= 1
"""

import ast
from collections.abc import Iterator, Sequence
from typing import TypeGuard

from ldc.check.policy.classes import is_set
from ldc.check.policy.language import CHANGERS, MUTATORS
from ldc.check.policy.text import Seen, Text, root
from ldc.jail.allowed import BUILTINS

ENDLESS = frozenset({"count", "cycle", "repeat"})
"""Iterators without an end; `repeat(x, n)` has one."""

LEAVES = (ast.Break, ast.Continue, ast.Return, ast.Raise)
"""Statements below which nothing of a block is reached."""


def endless_loop(text: Text) -> Iterator[Seen]:
    """Yield each loop that nothing ends."""
    for loop in text.of(ast.While):
        if not _changes(loop, text) and not _leaves(loop.body):
            yield (
                loop,
                f"`while {ast.unparse(loop.test)}` has no end",
                "change what the condition tests, leave by `break`, or loop over a "
                "range",
            )
    for each in text.of(ast.For):
        if _is_endless(each.iter, text) and not _leaves(each.body):
            yield each, *_told(each.iter)
    lazy = {id(one) for made in text.of(ast.GeneratorExp) for one in made.generators}
    for one in text.of(ast.comprehension):
        if id(one) not in lazy and _is_endless(one.iter, text):
            yield one.iter, *_told(one.iter)


def _told(rounds: ast.expr) -> tuple[str, str]:
    return f"{ast.unparse(rounds)!r} has no end", "loop over a range, or `islice` of it"


def _is_endless(rounds: ast.expr, text: Text) -> bool:
    if not isinstance(rounds, ast.Call):
        return False
    module, name = text.origin(rounds.func)
    bounded = name == "repeat" and len(rounds.args) + len(rounds.keywords) > 1
    return module == "itertools" and name in ENDLESS and not bounded


def _changes(loop: ast.While, text: Text) -> bool:
    """Say whether anything that the condition names may change in a round."""
    tested = _names(loop.test)
    for definition in text.of(ast.FunctionDef):
        if definition.name in tested:  # what it reads is tested too
            tested = tested.union(*map(_names, definition.body))
    if not tested.isdisjoint(_reached(loop.body, text)):
        return True
    return any(
        name in tested
        for part in (loop.test, *loop.body)
        for node in ast.walk(part)
        for name in _changed(node, text, in_test=part is loop.test)
    )


def _reached(body: Sequence[ast.stmt], text: Text) -> Iterator[str]:
    """Yield the names that nested functions bind, of those that a loop names."""
    inside = {n.id for part in body for n in ast.walk(part) if _is_name(n)}
    for reaching in text.of(ast.Nonlocal):
        for definition in text.of(ast.FunctionDef):
            if definition.name in inside and reaching in definition.body:
                yield from reaching.names


def _is_name(node: ast.AST) -> TypeGuard[ast.Name]:
    return isinstance(node, ast.Name)


def _names(node: ast.AST) -> set[str]:
    names = (n.id for n in ast.walk(node) if isinstance(n, ast.Name))
    return {name for name in names if name not in BUILTINS}


def _changed(node: ast.AST, text: Text, *, in_test: bool) -> Iterator[str]:
    """Yield the names whose value a node changes, or may change."""
    match node:
        case ast.Name(id=name, ctx=ast.Store() | ast.Del()):
            yield name
        case ast.FunctionDef(name=name):
            yield name
        case ast.Subscript() | ast.Attribute() if is_set(node):
            yield root(node)
        case ast.Attribute(attr=method) if method in MUTATORS or method == "send":
            yield root(node)
        case ast.Call(func=called, args=given):
            module, name = text.origin(called)
            own = not module and isinstance(called, ast.Name) and name not in BUILTINS
            # A helper may take from what it is given; in a test, it only looks.
            if name == "next" or name in CHANGERS or (own and not in_test):
                yield from map(root, given)


def _leaves(body: Sequence[ast.stmt], inner: bool = False) -> bool:
    """Say whether a statement that can be reached leaves the loop.

    Args:
        body: A block of the loop.
        inner: Whether it is in a loop inside, which a `break` would leave instead.
    """
    for statement in body:
        match statement:
            case ast.Return() | ast.Raise():
                return True
            case ast.Expr(value=ast.Yield()) | ast.Assign(value=ast.Yield()):
                return True  # nobody need ask for more
            case ast.Break():
                return not inner
            case ast.Continue():
                return False
            case ast.If(test=ast.Constant(value=value), body=then, orelse=otherwise):
                if _leaves(then if value else otherwise, inner):
                    return True
            case ast.If(body=then, orelse=otherwise):
                if _leaves(then, inner) or _leaves(otherwise, inner):
                    return True
                if _ends(then) and _ends(otherwise):
                    return False
            case ast.For(body=then, orelse=otherwise):
                if _leaves(then, True) or _leaves(otherwise, inner):
                    return True
            case ast.While(test=test, body=then, orelse=otherwise):
                never = isinstance(test, ast.Constant) and not test.value
                if (not never and _leaves(then, True)) or _leaves(otherwise, inner):
                    return True
            case ast.Try(body=then, handlers=handlers, orelse=otherwise, finalbody=end):
                blocks = (then, *(one.body for one in handlers), otherwise, end)
                if any(_leaves(block, inner) for block in blocks):
                    return True
            case ast.Match(cases=cases):
                if any(_leaves(case.body, inner) for case in cases):
                    return True
    return False


def _ends(body: Sequence[ast.stmt]) -> bool:
    return bool(body) and isinstance(body[-1], LEAVES)
