"""Mends slips of a teacher whose meaning is plain, by LibCST, and tells each."""

import ast
from collections.abc import Collection
from typing import Any, get_args

import libcst as cst

from ldc.author.parse import parses
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
    bound, read, called = _names(cst.Module([definition]).code)
    bound.discard(definition.name.value)
    hidden = {n for n in bound & called if callable(task.words.get(n))}
    texts = {a for a in get_args(task.words.get(returns)) if isinstance(a, str)}
    bare = {n for n in texts & read - bound if n not in task.words}
    if not hidden and not bare:
        return definition, []
    mended = definition.visit(_Mender(hidden, bare))
    assert isinstance(mended, cst.FunctionDef)
    if not parses(cst.Module([mended]).code):  # a name where no text may stand
        return definition, []
    changes = [f"named the local {name} {_found(name)}" for name in sorted(hidden)]
    return mended, changes + [f"took {name} for {name!r}" for name in sorted(bare)]


def _found(name: str) -> str:
    return f"{name}_found"


def _names(code: str) -> tuple[set[str], set[str], set[str]]:
    """Return the names that a code binds anywhere, reads, and calls."""
    bound: set[str] = set()
    read: set[str] = set()
    called: set[str] = set()
    for node in ast.walk(ast.parse(code)):
        match node:
            case ast.Name(id=name, ctx=ast.Load()):
                read.add(name)
            case ast.Name(id=name) | ast.arg(arg=name):
                bound.add(name)
            case ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
                bound.add(name)
            case ast.ExceptHandler(name=str(name)) | ast.FunctionDef(name=name):
                bound.add(name)
            case ast.Call(func=ast.Name(id=name)):
                called.add(name)
    return bound, read, called


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
