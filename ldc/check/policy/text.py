"""A function file as the policy reads it: its nodes by kind, walked once."""

import ast
import difflib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TypeVar

from ldc.check.examples import Shown
from ldc.check.policy import classes
from ldc.check.policy.imports import Imported, imported
from ldc.check.policy.language import METHODS, words_of
from ldc.ir import Function, TaskSpec

T = TypeVar("T", bound=ast.AST)

Seen = tuple[ast.AST, str, str]
"""What an entry saw: the node, the fault in words, how to mend it."""


class Text:
    """One file with the examples of its manual; made once for all entries."""

    def __init__(self, function: Function, task: TaskSpec, tree: ast.Module) -> None:
        self.function = function
        self.task = task
        self.tree = tree
        self.nodes: dict[type[ast.AST], list[ast.AST]] = defaultdict(list)
        for node in _walk(tree):
            self.nodes[type(node)].append(node)

    def add(self, example: Shown) -> None:
        """Read an example too; what is seen in it is told at its line."""
        for node in _walk(example.tree):
            if isinstance(node, ast.expr):
                node.lineno, node.col_offset = example.line, 0
            self.nodes[type(node)].append(node)

    def of(self, kind: type[T]) -> list[T]:
        """Return all nodes of a kind, in no order."""
        return self.nodes.get(kind, [])  # type: ignore[return-value]

    @cached_property
    def imports(self) -> tuple[Imported, ...]:
        """What the file imports, name by name."""
        return tuple(
            imported((*self.of(ast.Import), *self.of(ast.ImportFrom)), self.task)
        )

    @cached_property
    def modules(self) -> dict[str, str]:
        """Name in the file -> the module that it is."""
        return {one.bound: one.module for one in self.imports if not one.name}

    @cached_property
    def origins(self) -> dict[str, tuple[str, str]]:
        """Name in the file -> the module it is from, and its name there."""
        return {one.bound: (one.module, one.name) for one in self.imports if one.name}

    @cached_property
    def strangers(self) -> frozenset[str]:
        """Names whose import is refused: to refuse their use too says nothing new."""
        return frozenset(one.bound for one in self.imports if not one.known)

    @cached_property
    def bindings(self) -> list[tuple[ast.AST, str]]:
        """Every node that binds a name, with the name."""
        return [*self._bindings()]

    @cached_property
    def bound(self) -> frozenset[str]:
        """The names that the file binds, anywhere."""
        return frozenset(name for _, name in self.bindings)

    @cached_property
    def attributes(self) -> frozenset[str]:
        """What may stand behind a dot."""
        return METHODS | words_of(self.task.words) | self.members

    @cached_property
    def annotations(self) -> tuple[ast.expr, ...]:
        """The annotations that are worked out when the file is loaded."""
        loaded = [s for s in self.tree.body if isinstance(s, ast.AnnAssign)]
        arguments = [one.annotation for one in self.of(ast.arg)]
        returns = [one.returns for one in self.of(ast.FunctionDef)]
        found = (*(one.annotation for one in loaded), *arguments, *returns)
        return tuple(one for one in found if one)

    @cached_property
    def functions(self) -> frozenset[str]:
        """The functions that the file defines, anywhere."""
        return frozenset(one.name for one in self.of(ast.FunctionDef))

    @cached_property
    def classes(self) -> tuple[classes.Owned, ...]:
        """The classes that the file defines."""
        return classes.owned(self.of(ast.ClassDef), self.origin)

    @cached_property
    def members(self) -> frozenset[str]:
        """What objects of the file's own classes have behind a dot."""
        fields = classes.tuples(self.of(ast.Call), self.origin)
        return fields.union(*(one.members for one in self.classes))

    @cached_property
    def errors(self) -> frozenset[str]:
        """The exceptions that the file defines."""
        return classes.errors(self.classes)

    def origin(self, called: ast.expr) -> tuple[str, str]:
        """Return module and name of what an expression names; ("", name) if local."""
        match called:
            case ast.Name(id=name):
                return self.origins.get(name, ("", name))
            case ast.Attribute(value=ast.Name(id=owner), attr=name):
                return self.modules.get(owner, ""), name
        return "", ""

    def _bindings(self) -> Iterator[tuple[ast.AST, str]]:
        for name in self.of(ast.Name):
            if not isinstance(name.ctx, ast.Load):
                yield name, name.id
        for argument in self.of(ast.arg):
            yield argument, argument.arg
        for definition in self.of(ast.FunctionDef):
            yield definition, definition.name
        for record in self.of(ast.ClassDef):
            yield record, record.name
        for one in self.imports:
            yield one.node, one.bound
        for whole in self.of(ast.MatchAs):
            if whole.name:
                yield whole, whole.name
        for rest in self.of(ast.MatchStar):
            if rest.name:
                yield rest, rest.name
        for mapping in self.of(ast.MatchMapping):
            if mapping.rest:
                yield mapping, mapping.rest
        for handler in self.of(ast.ExceptHandler):
            if handler.name:
                yield handler, handler.name


def near(word: str, known: Iterable[str], otherwise: str) -> str:
    """Suggest the nearest known word, or something else when none is near."""
    found = difflib.get_close_matches(word, known, n=1)
    return f"did you mean {found[0]!r}?" if found else otherwise


def root(node: ast.expr) -> str:
    """Return the name that a chain of attributes, calls and indices begins with."""
    while isinstance(node, ast.Attribute | ast.Call | ast.Subscript):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""


def _walk(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield every node, but for `Load` and `Store`."""
    todo = [tree]
    while todo:
        node = todo.pop()
        yield node
        for field in node._fields:
            if field != "ctx":
                value = getattr(node, field, None)
                if isinstance(value, ast.AST):
                    todo.append(value)
                elif isinstance(value, list):
                    todo += [one for one in value if isinstance(one, ast.AST)]
