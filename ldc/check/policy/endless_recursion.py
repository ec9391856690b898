"""LDC019 endless-recursion: a function that calls itself whatever happens.

What it does: refuses functions, helpers and inner functions that reach themselves
again, at once or by others, on every way through them; and a call of a function by
itself with the very arguments it was given.

Why: a recursion needs a case in which it answers.

Not good:

    def _down(steps: int) -> int:
        return _down(steps - 1)

Good:

    def _down(steps: int) -> int:
        return _down(steps - 1) if steps > 0 else 0
"""

import ast
from collections.abc import Iterator, Mapping, Sequence

from ldc.check.policy.paths import ends
from ldc.check.policy.text import Seen, Text

MEND = "give it a case that answers without another call"


def endless_recursion(text: Text) -> Iterator[Seen]:
    """Yield each function that has no way out of itself."""
    bodies, places = _functions(text)
    calls = {
        name: {
            node.func.id
            for statement in body
            for node in ast.walk(statement)
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in bodies
        }
        for name, body in bodies.items()
    }
    circling = {name for name in bodies if name in _reached(name, calls)}
    if not circling:
        return
    stuck = set(circling)
    while freed := {n for n in stuck if ends(bodies[n], stuck) & {"return", "next"}}:
        stuck -= freed
    for name in sorted(stuck):
        yield places[name], f"{name!r} calls itself on every way", MEND
    for name in sorted(circling - stuck):
        yield from _repeats(places[name])


def _functions(
    text: Text,
) -> tuple[Mapping[str, Sequence[ast.stmt]], Mapping[str, ast.AST]]:
    """Return the bodies of functions and of named lambdas, and where they stand."""
    bodies: dict[str, Sequence[ast.stmt]] = {}
    places: dict[str, ast.AST] = {}
    for definition in text.of(ast.FunctionDef):
        bodies[definition.name] = definition.body
        places[definition.name] = definition
    for given in text.of(ast.Assign):
        match given:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Lambda(body=value)):
                bodies[name] = [ast.copy_location(ast.Return(value), value)]
                places[name] = given
    return bodies, places


def _reached(name: str, calls: Mapping[str, set[str]]) -> set[str]:
    """Return what is called from a function, at once or by others."""
    found: set[str] = set()
    todo = [name]
    while todo:
        new = calls[todo.pop()] - found
        found |= new
        todo += new
    return found


def _repeats(place: ast.AST) -> Iterator[Seen]:
    """Yield calls of a function by itself that change no argument."""
    if not isinstance(place, ast.FunctionDef) or place.col_offset:
        return  # an inner function may look at what has changed around it
    names = [argument.arg for argument in (*place.args.args, *place.args.kwonlyargs)]
    nodes = [*ast.walk(place)]
    bound = {n.id for n in nodes if isinstance(n, ast.Name) and _stores(n)}
    for node in nodes:
        match node:
            case ast.Call(func=ast.Name(id=place.name), args=given, keywords=named):
                passed = [getattr(one, "id", "") for one in given]
                by_name = {k.arg or "": getattr(k.value, "id", "") for k in named}
                for name, value in zip(names, passed, strict=False):
                    by_name[name] = value
                whole = len(by_name) == len(names) == len(given) + len(named)
                same = all(name == value for name, value in by_name.items())
                if whole and same and not bound.intersection(names):
                    what = f"{place.name!r} calls itself with what it was given"
                    yield node, what, MEND


def _stores(name: ast.Name) -> bool:
    return not isinstance(name.ctx, ast.Load)
