"""Reads the text of a function file as a value, without executing it."""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ldc.author.aliases import aliases_of, expanded
from ldc.author.annotations import Types
from ldc.author.defaults import defaults_of
from ldc.author.manual import read_manual
from ldc.errors import SourceError
from ldc.ir import REQUIRED, Function, Parameter, Signature, TaskSpec, digest

PROPERTY = "always_"
"""How the name of a property begins."""


def read_function(
    source: str, *, task: TaskSpec, stage: str, path: str, types: Types | None = None
) -> Function:
    """Return the one public function of a file.

    Args:
        source: The text of the file.
        task: Gives the words that annotations are resolved against.
        stage: Name of the stage that the file belongs to.
        path: Relative to the project; the name of the file is the function's.
        types: Of the task; kept from file to file when many are read.

    Raises:
        SourceError: The file does not parse, does not hold exactly one public
            function of its own name, or that function lacks an annotation that
            resolves, a docstring, or a sentence `Use it when ...`.
    """
    tree = _parse(source, path)
    public = [d for d in _functions(tree) if not d.name.startswith(("_", PROPERTY))]
    if len(public) != 1:
        names = ", ".join(d.name for d in public) or "none"
        raise SourceError(
            f"{path}:{public[1].lineno if public else 1}:1",
            f"a function file holds one public function, this has {names}",
            "give each function its own file; name helpers _like_this",
        )
    (definition,) = public
    here = _place(definition, path)
    if definition.name != Path(path).stem:
        raise SourceError(
            here,
            f"function {definition.name!r} stands in a file named {Path(path).name!r}",
            f"name the file {definition.name}.py, or the function {Path(path).stem}",
        )
    manual = read_manual(ast.get_docstring(definition) or "")
    if not manual.summary:
        raise SourceError(
            here,
            f"{definition.name!r} has no docstring",
            "write its manual: what it does, `Use it when ...`, Args, Returns, Example",
            code="LDC307",
        )
    if not manual.condition:
        raise SourceError(
            here,
            f"the manual of {definition.name!r} does not say when to use it",
            "add a paragraph `Use it when <condition>.` in the task's words for facts",
            code="LDC307",
        )
    return Function(
        name=definition.name,
        task=task.name,
        stage=stage,
        signature=_signature(definition, tree, task, path, types or Types(task.words)),
        summary=manual.summary,
        condition=manual.condition,
        source=source,
        path=path,
        digest=digest(task.name, stage, source),
    )


def read_properties(function: Function, *, task: TaskSpec) -> tuple[Function, ...]:
    """Return the `always_*` predicates of a function's file, each as a function.

    Their `condition` is empty, and their summary is the name read aloud.

    Raises:
        SourceError: An annotation is missing or does not resolve.
    """
    types = Types(task.words)
    tree = _parse(function.source, function.path)
    return tuple(
        Function(
            name=definition.name,
            task=task.name,
            stage=function.stage,
            signature=_signature(definition, tree, task, function.path, types),
            summary=definition.name.replace("_", " "),
            condition="",
            source=function.source,
            path=function.path,
            digest=digest(function.digest, definition.name),
        )
        for definition in _functions(tree)
        if definition.name.startswith(PROPERTY)
    )


def _functions(tree: ast.Module) -> Iterator[ast.FunctionDef]:
    return (node for node in tree.body if isinstance(node, ast.FunctionDef))


def _place(node: ast.FunctionDef | ast.arg, path: str) -> str:
    return f"{path}:{node.lineno}:{node.col_offset + 1}"


def _signature(
    definition: ast.FunctionDef,
    tree: ast.Module,
    task: TaskSpec,
    path: str,
    types: Types,
) -> Signature:
    try:
        defaults = defaults_of(definition, tree, task.words)
        names = {
            name: value
            for name, value in aliases_of(tree).items()
            if name not in task.words  # which go before the file's own
        }
        return _spelled_signature(definition, defaults, names, task, path, types)
    except RecursionError as error:  # an annotation of thousands of parts
        raise _unparsed(error, path) from error


def _spelled_signature(
    definition: ast.FunctionDef,
    defaults: Mapping[str, Any],
    names: Mapping[str, ast.expr],
    task: TaskSpec,
    path: str,
    types: Types,
) -> Signature:
    arguments = definition.args
    if arguments.vararg or arguments.kwarg or arguments.posonlyargs:
        raise SourceError(
            _place(definition, path),
            f"{definition.name!r} takes arguments that a call cannot name",
            "name every parameter; no `*args`, `**kwargs` or `/`",
        )
    parameters = []
    for argument in (*arguments.args, *arguments.kwonlyargs):
        if argument.annotation is None:
            raise SourceError(
                _place(argument, path),
                f"parameter {argument.arg!r} of {definition.name!r} has no annotation",
                f"write `{argument.arg}: <a type of {task.state_module}>`",
                code="LDC205",
            )
        spelled, annotation = types.of(expanded(argument.annotation, names), path)
        parameters.append(
            Parameter(
                name=argument.arg,
                annotation=annotation,
                spelled=spelled,
                default=defaults.get(argument.arg, REQUIRED),
            )
        )
    if definition.returns is None:
        raise SourceError(
            _place(definition, path),
            f"{definition.name!r} does not say what it returns",
            "write `-> <type>` behind its parameters",
            code="LDC205",
        )
    spelled, returns = types.of(expanded(definition.returns, names), path)
    return Signature(parameters=tuple(parameters), returns=returns, spelled=spelled)


def _parse(source: str, path: str) -> ast.Module:
    try:
        return ast.parse(source, filename=path)
    except SyntaxError as error:
        line = (error.text or "").strip()
        raise SourceError(
            f"{path}:{error.lineno or 1}:{error.offset or 1}",
            f"{error.msg}: {line!r}",
            "correct the line until `python -m py_compile` accepts the file",
            code="LDC006",
        ) from error
    except (ValueError, RecursionError, MemoryError) as error:
        raise _unparsed(error, path) from error


def _unparsed(error: Exception, path: str) -> SourceError:
    return SourceError(
        f"{path}:1:1",
        f"the file cannot be parsed: {error or type(error).__name__}",
        "write plain Python text, without NUL characters or towers of brackets",
        code="LDC006",
    )
