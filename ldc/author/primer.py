"""What a teacher is told of a task's words: its types and helpers, a line each."""

import ast
import inspect
import sys
from collections.abc import Iterator
from dataclasses import fields

from annotated_types import Ge

from ldc.ir import Live, TaskSpec


def primer(task: TaskSpec) -> str:
    """Return the state module as a page to read: no bodies, no private names."""
    tree = ast.parse(inspect.getsource(sys.modules[task.state_module]))
    return "\n".join(line for line in _lines(tree.body))


def sayings(task: TaskSpec) -> dict[str, str]:
    """Return name of a type or constant -> the sentence that stands below it."""
    tree = ast.parse(inspect.getsource(sys.modules[task.state_module]))
    told = {
        node.name: _first(ast.get_docstring(node))
        for node in tree.body
        if isinstance(node, ast.ClassDef)
    }
    for node, below in zip(tree.body, [*tree.body[1:], None], strict=True):
        name = _bound(node)
        if name and _sentence(below):
            told[name] = _first(_sentence(below))
    return told


def helpers(task: TaskSpec) -> tuple[str, ...]:
    """Return the heads of the functions of the state module: `gap(a: Cell) -> int`."""
    tree = ast.parse(inspect.getsource(sys.modules[task.state_module]))
    made = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    return tuple(
        f"{node.name}({ast.unparse(node.args)}) -> {_result(node)}"
        for node in made
        if not node.name.startswith("_")
    )


def numbered(task: TaskSpec) -> tuple[tuple[str, str], ...]:
    """Return word and field, where numbers from 1 on stand for the parts of a field."""
    names = {field.name for field in fields(task.state)}
    found = []
    for word, kind in task.words.items():
        metadata = getattr(kind, "__metadata__", ())
        groups = [m.group for m in metadata if isinstance(m, Live) and m.group in names]
        if groups and Ge(1) in metadata:
            found.append((word, groups[0]))
    return tuple(found)


def _lines(body: list[ast.stmt]) -> Iterator[str]:
    for node, below in zip(body, [*body[1:], None], strict=True):
        name = _bound(node)
        if name and not name.startswith("_"):
            yield f"{_value(node)}{_comment(_first(_sentence(below)))}"
        elif isinstance(node, ast.ClassDef):
            yield f"\nclass {node.name}:{_comment(_first(ast.get_docstring(node)))}"
            yield from (f"    {line}" for line in _lines(node.body))
            yield ""
        elif isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            said = _first(ast.get_docstring(node))
            yield f"def {node.name}({ast.unparse(node.args)}) -> {_result(node)}: ..."
            yield f"    # {said}"


def _bound(node: ast.stmt | None) -> str:
    """Return the name that a statement binds; "" when it binds none."""
    match node:
        case (
            ast.Assign(targets=[ast.Name(id=name)])
            | ast.AnnAssign(target=ast.Name(id=name))
        ):
            return name
    return ""


def _value(node: ast.stmt) -> str:
    text = ast.unparse(node)
    # What a table holds is long, and seldom matters.
    return text if len(text) <= 88 else f"{text.partition(' = ')[0]} = ..."


def _sentence(node: ast.stmt | None) -> str:
    match node:
        case ast.Expr(value=ast.Constant(value=str(text))):
            return text
    return ""


def _first(text: str | None) -> str:
    """Return the first paragraph on one line."""
    return " ".join((text or "").partition("\n\n")[0].split())


def _comment(said: str) -> str:
    return f"  # {said}" if said else ""


def _result(node: ast.FunctionDef) -> str:
    return ast.unparse(node.returns) if node.returns else "None"
