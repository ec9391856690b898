"""Mends slips of a teacher whose meaning is plain, by LibCST, and tells each."""

from collections.abc import Collection
from typing import Any, get_args

import libcst as cst

from ldc.ir import TaskSpec


def mended_slips(
    definition: cst.FunctionDef, task: TaskSpec, returns: str
) -> tuple[cst.FunctionDef, list[str]]:
    """Return a definition without two slips, and what was changed.

    A local that hides the helper it is got from (`exits = exits(state, cell)`, which
    Python refuses) gets a name of its own; a value of the result that is written as a
    name or a call (`return stay`) becomes a text.

    Args:
        definition: The teacher's.
        task: Its words.
        returns: Name of the type that the definition returns.
    """
    seen = _Seen()
    definition.visit(seen)
    hidden = {n for n in seen.bound & seen.called if callable(task.words.get(n))}
    texts = {a for a in get_args(task.words.get(returns)) if isinstance(a, str)}
    bare = {n for n in texts & seen.read - seen.bound if n not in task.words}
    if not hidden and not bare:
        return definition, []
    mended = definition.visit(_Mender(hidden, bare))
    assert isinstance(mended, cst.FunctionDef)
    changes = [f"named the local {name} {_found(name)}" for name in sorted(hidden)]
    return mended, changes + [f"took {name} for {name!r}" for name in sorted(bare)]


def _found(name: str) -> str:
    return f"{name}_found"


class _Seen(cst.CSTVisitor):
    """Which names a definition binds, reads and calls."""

    def __init__(self) -> None:
        super().__init__()
        self.bound: set[str] = set()
        self.read: set[str] = set()
        self.called: set[str] = set()

    def visit_AssignTarget(self, node: cst.AssignTarget) -> None:
        if isinstance(node.target, cst.Name):
            self.bound.add(node.target.value)

    def visit_Param(self, node: cst.Param) -> None:
        self.bound.add(node.name.value)

    def visit_Name(self, node: cst.Name) -> None:
        self.read.add(node.value)

    def visit_Call(self, node: cst.Call) -> None:
        if isinstance(node.func, cst.Name):
            self.called.add(node.func.value)


class _Mender(cst.CSTTransformer):
    def __init__(self, hidden: Collection[str], bare: Collection[str]) -> None:
        super().__init__()
        self.hidden, self.bare = hidden, bare

    def leave_Name(
        self, original_node: cst.Name, updated_node: cst.Name
    ) -> cst.BaseExpression:
        name = original_node.value
        if name in self.bare:
            return cst.SimpleString(repr(name))
        return cst.Name(_found(name)) if name in self.hidden else updated_node

    def leave_Call(
        self, original_node: cst.Call, updated_node: cst.Call
    ) -> cst.BaseExpression:
        func = original_node.func
        if not isinstance(func, cst.Name):
            return updated_node
        if func.value in self.bare and not original_node.args:
            return cst.SimpleString(repr(func.value))
        return updated_node.with_changes(func=func)

    def leave_Attribute(
        self, original_node: cst.Attribute, updated_node: cst.Attribute
    ) -> cst.Attribute:
        return updated_node.with_changes(attr=original_node.attr)

    def leave_Arg(self, original_node: cst.Arg, updated_node: cst.Arg) -> cst.Arg:
        return updated_node.with_changes(keyword=original_node.keyword)

    def leave_FunctionDef(
        self, original_node: cst.FunctionDef, updated_node: cst.FunctionDef
    ) -> Any:
        return updated_node.with_changes(name=original_node.name)

    def leave_Annotation(
        self, original_node: cst.Annotation, updated_node: cst.Annotation
    ) -> cst.Annotation:
        return original_node
