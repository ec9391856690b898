"""A function file as the rules read it: LibCST nodes with their places."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TypeVar

import libcst as cst
from libcst.metadata import MetadataWrapper, PositionProvider

from ldc.author.manual import Manual, read_manual
from ldc.author.source import PROPERTY
from ldc.ir import Function, TaskSpec

T = TypeVar("T", bound=cst.CSTNode)

Seen = tuple[cst.CSTNode, str, str]
"""What a rule saw: the node, the fault in words, how to mend it."""


class Page:
    """One file; made once for all rules."""

    def __init__(self, function: Function, task: TaskSpec) -> None:
        self.function = function
        self.task = task
        self._wrapper = MetadataWrapper(cst.parse_module(function.source))
        self.module = self._wrapper.module

    @cached_property
    def definitions(self) -> Sequence[cst.FunctionDef]:
        """All functions of the file, in order."""
        return [node for node in self.module.body if isinstance(node, cst.FunctionDef)]

    @cached_property
    def public(self) -> cst.FunctionDef:
        """The one public function."""
        name = self.function.name
        return next(d for d in self.definitions if d.name.value == name)

    @cached_property
    def properties(self) -> Sequence[cst.FunctionDef]:
        """The `always_*` predicates."""
        return [d for d in self.definitions if d.name.value.startswith(PROPERTY)]

    @cached_property
    def manual(self) -> Manual:
        """The docstring of the public function."""
        return read_manual(self.public.get_docstring() or "")

    def place(self, node: cst.CSTNode) -> tuple[int, int]:
        """Return line and column of a node, both from 1."""
        start = self._wrapper.resolve(PositionProvider)[node].start
        return start.line, start.column + 1


def all_of(node: cst.CSTNode, kind: type[T]) -> Iterator[T]:
    """Yield every node of a kind, the outer before the inner."""
    if isinstance(node, kind):
        yield node
    for child in node.children:
        yield from all_of(child, kind)
