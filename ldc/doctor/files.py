"""Reads a file of the corpus: its function, which of our arguments that takes."""

import ast
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

NAME = "attack"
"""The function of an attack; an honest file may name it as itself."""


@dataclass(frozen=True, slots=True)
class File:
    """One file, and the function in it that is called."""

    path: str
    source: str
    name: str
    parameters: tuple[str, ...]
    """Those that can be given by name; `**` stands for all others."""
    returns: str
    """The annotation, as it is spelled; "" for none."""

    @property
    def title(self) -> str:
        """What its first line says that it tries."""
        return self.source.partition("\n")[0].lstrip("# ").rstrip()

    def arguments(self, offered: Mapping[str, Any]) -> dict[str, Any]:
        """Return those of the offered arguments that it takes."""
        if "**" in self.parameters:
            return dict(offered)
        return {name: offered[name] for name in self.parameters if name in offered}


def read_file(path: Path) -> File:
    """Read a file; raises SyntaxError, ValueError, RecursionError, OSError."""
    source = path.read_bytes().decode("utf-8")
    tree = ast.parse(source)
    defined = {name: node for node in tree.body for name in _bound(node)}
    public = [
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    ]
    name = next((n for n in (NAME, path.stem) if n in defined), (public or [NAME])[-1])
    node = defined.get(name)
    if isinstance(node, ast.Assign) and isinstance(node.value, ast.Name):
        node = defined.get(node.value.id)  # another name for a function
    parameters, returns = _head(node)
    return File(path.name, source, name, parameters, returns)


def _bound(node: ast.stmt) -> tuple[str, ...]:
    """Return the names that a statement binds."""
    match node:
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            return (name,)
        case ast.AsyncFunctionDef(name=name):
            return (name,)
        case ast.Assign(targets=targets):
            return tuple(t.id for t in targets if isinstance(t, ast.Name))
        case ast.AnnAssign(target=ast.Name(id=name)):
            return (name,)
        case ast.Import(names=names) | ast.ImportFrom(names=names):
            return tuple(alias.asname or alias.name for alias in names)
    return ()


def _head(node: ast.stmt | None) -> tuple[tuple[str, ...], str]:
    """Return parameters and the annotation of what is returned."""
    match node:
        case (
            ast.FunctionDef(args=spec, returns=returns)
            | ast.AsyncFunctionDef(args=spec, returns=returns)
        ):
            return _named(spec), ast.unparse(returns) if returns else ""
        case ast.Assign(value=ast.Lambda(args=spec)):
            return _named(spec), ""
        case ast.ClassDef(body=body):
            for part in body:
                if isinstance(part, ast.FunctionDef) and part.name == "__init__":
                    return _named(part.args), ""
            return (), ""
        case ast.Assign() | ast.AnnAssign() | ast.Import() | ast.ImportFrom():
            return ("**",), ""  # an object that may be called with anything
    return (), ""


def _named(spec: ast.arguments) -> tuple[str, ...]:
    names = [argument.arg for argument in (*spec.args, *spec.kwonlyargs)]
    return (*names, "**") if spec.kwarg else tuple(names)
