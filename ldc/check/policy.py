"""Gate 2, policy: only syntax, names, imports, attributes that are known as harmless.

An allow-list over the stdlib `ast`: what is not listed is refused, also the syntax of a
Python that is not out yet. The jail stands behind it.
"""

import ast
import builtins
import dataclasses
import difflib
import enum
import types
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, get_origin

from ldc.check.examples import Malformed, read_examples
from ldc.check.findings import finding
from ldc.check.language import CAUGHT, COINS, FIELDS, INSTEAD, METHODS, NODES
from ldc.ir import Finding, Function, TaskSpec
from ldc.jail.allowed import BUILTINS, MODULES

OWN = frozenset(dir(builtins)) - {"_"}
"""Python's own names; `_` is there only while a prompt or a doctest shows results."""

TOP = (ast.Import, ast.ImportFrom, ast.FunctionDef)
"""Statements of a file, besides a docstring."""


def policy(function: Function, task: TaskSpec) -> Iterator[Finding]:
    """Yield every use of something that is not on the lists."""
    tree = ast.parse(function.source)
    for statement in tree.body:
        if not isinstance(statement, TOP) and not _is_text(statement):
            yield finding(
                function,
                "LDC016",
                statement,
                f"loose-statement: {ast.unparse(statement)[:60]!r} runs on import",
                "a file holds imports and functions; move it into the function",
            )
    reader = _Reader(function, task, tree)
    yield from reader.check(tree)
    try:
        examples = read_examples(function)
    except Malformed as error:
        yield finding(function, "LDC306", error.line, str(error), "see `help doctest`")
        return
    for example in examples:
        for seen in reader.check(example.tree):
            yield dataclasses.replace(seen, line=example.line, column=1)


class _Reader:
    """Checks the nodes of one file against the lists and what the file binds."""

    def __init__(self, function: Function, task: TaskSpec, tree: ast.Module) -> None:
        self.function = function
        self.task = task
        self.modules = {
            alias.name
            for node in ast.walk(tree)
            if isinstance(node, ast.Import)
            for alias in node.names
        }
        self.bound = {name for node in ast.walk(tree) for name in _binds(node)}
        self.attributes = METHODS | _words_of(task.words)

    def check(self, tree: ast.AST) -> Iterator[Finding]:
        """Yield the findings of a tree, in no order."""
        for node in ast.walk(tree):
            kind = type(node).__name__
            if kind not in NODES:
                yield self._seen(
                    "LDC010",
                    node,
                    f"foreign-syntax: {kind} is not part of a function's language",
                    INSTEAD.get(kind, "use assignments, loops, conditions and calls"),
                )
            for name in _binds(node):
                if name in OWN or name.startswith("__"):
                    yield self._seen(
                        "LDC017",
                        node,
                        f"shadowed-name: {name!r} is Python's own",
                        "rename it",
                    )
            match node:
                case ast.Name(id=name):
                    yield from self._name(node, name)
                case ast.Attribute():
                    yield from self._attribute(node)
                case ast.Import() | ast.ImportFrom():
                    yield from self._import(node)
                case ast.While(test=ast.Constant()):
                    yield self._seen(
                        "LDC014",
                        node,
                        f"endless-loop: `while {ast.unparse(node.test)}` has no bound",
                        "loop over a range, or state the condition",
                    )
                case ast.Try() | ast.ExceptHandler():
                    yield from self._try(node)
                case ast.FunctionDef(decorator_list=[first, *_]):
                    yield self._seen(
                        "LDC010",
                        first,
                        f"foreign-syntax: decorator {ast.unparse(first)!r}",
                        "write the function plainly",
                    )

    def _seen(self, code: str, node: ast.AST, message: str, mend: str) -> Finding:
        line = getattr(node, "lineno", 1)
        column = getattr(node, "col_offset", 0)
        place = ast.Pass(lineno=line, col_offset=column)
        return finding(self.function, code, place, message, mend)

    def _name(self, node: ast.Name, name: str) -> Iterator[Finding]:
        if name in self.bound or name in BUILTINS:
            return
        known = sorted({*self.bound, *BUILTINS})
        yield self._seen(
            "LDC011",
            node,
            f"unknown-name: {name!r} is not available to a function",
            _near(
                name,
                known,
                f"use a word of {self.task.state_module}, or {', '.join(BUILTINS)}",
            ),
        )

    def _attribute(self, node: ast.Attribute) -> Iterator[Finding]:
        if isinstance(node.ctx, ast.Store):
            yield self._seen(
                "LDC013",
                node,
                f"foreign-attribute: {ast.unparse(node)!r} is changed",
                "values do not change; make a new one with `dataclasses.replace`",
            )
        owner = node.value
        of_module = isinstance(owner, ast.Name) and owner.id in self.modules
        known = MODULES.get(ast.unparse(owner), ()) if of_module else self.attributes
        if node.attr not in known or node.attr.startswith("_"):
            yield self._seen(
                "LDC013",
                node,
                f"foreign-attribute: {node.attr!r} is not a field or method for "
                "functions",
                _near(node.attr, known, FIELDS),
            )

    def _import(self, node: ast.Import | ast.ImportFrom) -> Iterator[Finding]:
        relative = isinstance(node, ast.ImportFrom) and node.level
        for alias in node.names:
            module = alias.name if isinstance(node, ast.Import) else node.module or ""
            wanted = "" if isinstance(node, ast.Import) else alias.name
            if module.split(".")[0] in COINS:
                yield self._seen(
                    "LDC103",
                    node,
                    f"coin-toss: `{module}` gives another answer each time",
                    "take the choice from the state, or add a parameter",
                )
            elif alias.asname or relative or not self._may_import(module, wanted):
                yield self._seen(
                    "LDC012",
                    node,
                    f"foreign-import: `{ast.unparse(node)}` is not available",
                    f"import words of {self.task.state_module}, or from "
                    f"{', '.join(m for m in MODULES if MODULES[m])}, without `as`",
                )

    def _may_import(self, module: str, name: str) -> bool:
        if module == self.task.state_module:
            value = self.task.words.get(name)
            from_here = name in self.task.words and not name.startswith("_")
            return from_here and _is_harmless(value, self.task.state_module)
        if name:
            return name in MODULES.get(module, ())
        return module in ("math", "itertools")

    def _try(self, node: ast.Try | ast.ExceptHandler) -> Iterator[Finding]:
        if isinstance(node, ast.Try):
            caught = not node.finalbody
        else:
            kinds = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
            caught = not node.name and all(
                isinstance(kind, ast.Name) and kind.id in CAUGHT for kind in kinds
            )
        if not caught:
            yield self._seen(
                "LDC015",
                node,
                "broad-except: it may hide what went wrong",
                f"catch one of {', '.join(CAUGHT)}, without `as` and `finally`",
            )


def _near(word: str, known: Iterable[str], otherwise: str) -> str:
    """Suggest the nearest known word, or something else when none is near."""
    near = difflib.get_close_matches(word, known, n=1)
    return f"did you mean {near[0]!r}?" if near else otherwise


def _is_text(statement: ast.stmt) -> bool:
    return (
        isinstance(statement, ast.Expr)
        and isinstance(statement.value, ast.Constant)
        and isinstance(statement.value.value, str)
    )


def _binds(node: ast.AST) -> Iterator[str]:
    """Yield the names that one node binds."""
    match node:
        case ast.Name(id=name, ctx=ast.Store()):
            yield name
        case ast.arg(arg=name) | ast.FunctionDef(name=name):
            yield name
        case ast.alias(name=name, asname=other):
            yield other or name.split(".")[0]
        case ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
            yield name
        case ast.ExceptHandler(name=str(name)):
            yield name


def _words_of(words: Mapping[str, Any]) -> frozenset[str]:
    """Return the fields, members and methods of the task's own classes."""
    found: set[str] = set()
    for value in words.values():
        if not isinstance(value, type):
            continue
        if dataclasses.is_dataclass(value):
            found |= {field.name for field in dataclasses.fields(value)}
        if dataclasses.is_dataclass(value) or issubclass(value, enum.Enum):
            found |= {name for name in vars(value) if not name.startswith("_")}
    return frozenset(found)


_C = types.BuiltinFunctionType


def _is_harmless(value: Any, state_module: str) -> bool:
    """Say whether a word is the task's own, or one that every function may import."""
    if isinstance(value, types.ModuleType):
        return False
    home = getattr(value, "__module__", state_module)
    package = state_module.rpartition(".")[0]
    if get_origin(value) or not isinstance(value, (type, types.FunctionType, _C)):
        return True
    known = {**MODULES, "builtins": BUILTINS}.get(home, ())
    return home.startswith(f"{package}.") or value.__name__ in known
