"""Writes the imports of a teacher's file anew, from what the file reads."""

import ast
import builtins
from collections.abc import Sequence

from ldc.ir import TaskSpec
from ldc.jail.allowed import MODULES

KNOWN = {
    name: module
    for module in (
        "typing",
        "statistics",
        "functools",
        "math",
        "collections",
        "itertools",
    )
    for name in MODULES[module]
}
"""Name -> the module that it is taken from when nobody says; the later ones win."""


def imports_for(
    code: str, given: Sequence[str], task: TaskSpec
) -> tuple[list[str], list[str]]:
    """Return the imports that a code needs, and what was added to the given ones.

    Args:
        code: All of the file but its imports.
        given: The teacher's own imports, a statement each.
        task: Gives the words.
    """
    bound, read = _names(code)
    missing = sorted(read - bound - {*dir(builtins)})
    theirs = _bound_by(given)
    words: list[str] = []
    others: dict[str, list[str]] = {}
    plain: list[str] = []
    added = []
    for name in missing:
        if name in task.words and not name.startswith("_"):
            words.append(name)
            if name not in theirs:
                added.append(f"added the import of {name}")
        elif name in theirs and theirs[name] != task.state_module:
            module = theirs[name]
            if module:
                others.setdefault(module, []).append(name)
            else:
                plain.append(name)
        elif name in KNOWN:
            others.setdefault(KNOWN[name], []).append(name)
            added.append(f"added the import of {name}")
        elif name in MODULES:
            plain.append(name)
            added.append(f"added the import of {name}")
    first = [f"import {name}" for name in plain]
    first += [f"from {m} import {', '.join(others[m])}" for m in sorted(others)]
    last = [f"from {task.state_module} import {', '.join(words)}"] if words else []
    return [*first, *([""] if first and last else []), *last], added


def _bound_by(imports: Sequence[str]) -> dict[str, str]:
    """Return name -> the module that a teacher takes it from; "" for a module."""
    found: dict[str, str] = {}
    for node in ast.parse("\n".join(imports)).body:
        if isinstance(node, ast.ImportFrom):
            found |= {a.name: node.module or "" for a in node.names if not a.asname}
        elif isinstance(node, ast.Import):
            found |= {a.name: "" for a in node.names if not a.asname}
    return found


def _names(code: str) -> tuple[set[str], set[str]]:
    """Return the names that a code binds, anywhere, and those that it reads."""
    bound: set[str] = set()
    read: set[str] = set()
    for node in ast.walk(ast.parse(code)):
        match node:
            case ast.Name(id=name, ctx=ast.Load()):
                read.add(name)
            case ast.Name(id=name):
                bound.add(name)
            case ast.arg(arg=name) | ast.FunctionDef(name=name):
                bound.add(name)
    return bound, read
