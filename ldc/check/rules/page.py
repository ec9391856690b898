"""A function file as the rules read it: LibCST nodes, sorted by kind, with places."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, TypeVar, cast

import libcst as cst
from libcst.metadata import MetadataWrapper, PositionProvider

from ldc.author.manual import Manual, read_manual
from ldc.author.source import PROPERTY
from ldc.check.rules.scope import BINDERS, Scope
from ldc.check.rules.tree import walk
from ldc.ir import Function, TaskSpec
from ldc.turns import result_type

T = TypeVar("T", bound=cst.CSTNode)

Seen = tuple[cst.CSTNode, str, str]
"""What a rule saw: the node, the fault in words, how to mend it."""


class Page:
    """One file; made once for all rules, parsed and walked once."""

    def __init__(self, function: Function, task: TaskSpec) -> None:
        self.function = function
        self.task = task
        self.module = cst.parse_module(function.source)
        self._scopes: dict[cst.FunctionDef, Scope] = {}

    def every(self, kind: type[T]) -> Sequence[T]:
        """Return all nodes of a kind, the outer before the inner."""
        return [node for part in self._by_kind for node in self.inside(part, kind)]

    def inside(self, part: cst.CSTNode, kind: type[T]) -> Sequence[T]:
        """Return the nodes of a kind in one statement of the file."""
        return cast("Sequence[T]", self._by_kind[part].get(kind, ()))

    @cached_property
    def _by_kind(self) -> Mapping[cst.CSTNode, Mapping[type, Sequence[cst.CSTNode]]]:
        parts: dict[cst.CSTNode, dict[type, list[cst.CSTNode]]] = {}
        for part in self.module.body:
            kinds = parts[part] = {}
            for node in walk(part):
                kinds.setdefault(type(node), []).append(node)
        return parts

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

    def scope(self, definition: cst.FunctionDef) -> Scope:
        """Return the names of one function; made once for all rules."""
        if definition not in self._scopes:
            lines = self.module.body
            constants = [s for s in lines if isinstance(s, cst.SimpleStatementLine)]
            self._scopes[definition] = Scope(
                node
                for part in (*constants, definition)
                for kind in BINDERS
                for node in self.inside(part, kind)
            )
        return self._scopes[definition]

    @cached_property
    def given(self) -> Mapping[str, Any]:
        """What a call of this stage can be handed: the state, and earlier results."""
        stages = self.task.stages
        place = [stage.name for stage in stages].index(self.function.stage)
        earlier = {stage.result: result_type(stage) for stage in stages[:place]}
        return {"state": self.task.state} | earlier

    def text(self, node: cst.CSTNode) -> str:
        """Return a node as it would be written."""
        return self.module.code_for_node(node)

    def place(self, node: cst.CSTNode) -> tuple[int, int]:
        """Return line and column of a node, both from 1."""
        start = self._places[node].start
        return start.line, start.column + 1

    @cached_property
    def _places(self) -> Mapping[cst.CSTNode, Any]:
        # Places cost more than all rules together; a sound file asks for none. A tree
        # that comes from the parser holds no node twice, so it need not be copied.
        wrapper = MetadataWrapper(self.module, unsafe_skip_copy=True)
        return wrapper.resolve(PositionProvider)
