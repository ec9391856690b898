"""Reads a function file as a value, without executing it."""

import ast
from collections.abc import Iterator
from pathlib import Path

from ldc.author.annotations import resolve
from ldc.author.manual import read_manual
from ldc.errors import SourceError, did_you_mean
from ldc.ir import Function, Parameter, Signature, TaskSpec, digest

PROPERTY = "always_"
"""How the name of a property begins."""


def read_function(source: str, *, task: TaskSpec, stage: str, path: str) -> Function:
    """Return the one public function of a file.

    Args:
        source: The text of the file.
        task: Gives the words that annotations are resolved against.
        stage: Name of the stage that the file belongs to.
        path: Relative to the project; the name of the file is the function's.

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
    here = f"{path}:{definition.lineno}:{definition.col_offset + 1}"
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
        )
    if not manual.condition:
        raise SourceError(
            here,
            f"the manual of {definition.name!r} does not say when to use it",
            "add a paragraph `Use it when <condition>.` in the task's words for facts",
        )
    return Function(
        name=definition.name,
        task=task.name,
        stage=stage,
        signature=_signature(definition, task, path),
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
    return tuple(
        Function(
            name=definition.name,
            task=task.name,
            stage=function.stage,
            signature=_signature(definition, task, function.path),
            summary=definition.name.replace("_", " "),
            condition="",
            source=function.source,
            path=function.path,
            digest=digest(function.digest, definition.name),
        )
        for definition in _functions(_parse(function.source, function.path))
        if definition.name.startswith(PROPERTY)
    )


def read_folder(task: TaskSpec, folder: Path, root: Path) -> tuple[Function, ...]:
    """Return all functions of a task, in stage order, then by name.

    Args:
        task: The task.
        folder: `function_base/<task>`; holds one folder a stage.
        root: The project directory that paths in findings are relative to.

    Raises:
        SourceError: As `read_function`; also a folder that is no stage, a file
            outside the stage folders, or one name used in two stages.
    """
    stages = [stage.name for stage in task.stages]
    for entry in sorted(folder.iterdir()) if folder.is_dir() else ():
        if entry.name.startswith((".", "__")):
            continue
        if entry.is_dir() and entry.name not in stages:
            raise SourceError(
                _relative(entry, root),
                f"task {task.name!r} has no stage {entry.name!r}",
                did_you_mean(entry.name, stages),
            )
        if entry.suffix == ".py":
            raise SourceError(
                f"{_relative(entry, root)}:1:1",
                f"{entry.name!r} belongs to no stage",
                f"move it into one of the folders {', '.join(stages)}",
            )
    functions: dict[str, Function] = {}
    for stage in stages:
        for file in sorted((folder / stage).glob("*.py")):
            if file.name.startswith("__"):
                continue
            path = _relative(file, root)
            function = read_function(
                _text(file, path), task=task, stage=stage, path=path
            )
            if function.name in functions:
                raise SourceError(
                    f"{path}:1:1",
                    f"{function.name!r} is also in {functions[function.name].path}",
                    "rename one; a call must name one function",
                )
            functions[function.name] = function
    return tuple(functions.values())


def _functions(tree: ast.Module) -> Iterator[ast.FunctionDef]:
    return (node for node in tree.body if isinstance(node, ast.FunctionDef))


def _signature(definition: ast.FunctionDef, task: TaskSpec, path: str) -> Signature:
    arguments = definition.args
    here = f"{path}:{definition.lineno}:{definition.col_offset + 1}"
    if arguments.vararg or arguments.kwarg or arguments.posonlyargs:
        raise SourceError(
            here,
            f"{definition.name!r} takes arguments that a call cannot name",
            "name every parameter; no `*args`, `**kwargs` or `/`",
        )
    parameters = []
    for argument in (*arguments.args, *arguments.kwonlyargs):
        if argument.annotation is None:
            raise SourceError(
                f"{path}:{argument.lineno}:{argument.col_offset + 1}",
                f"parameter {argument.arg!r} of {definition.name!r} has no annotation",
                f"write `{argument.arg}: <a type of {task.state_module}>`",
            )
        parameters.append(
            Parameter(
                name=argument.arg,
                annotation=resolve(argument.annotation, task.words, path),
                spelled=ast.unparse(argument.annotation),
            )
        )
    if definition.returns is None:
        raise SourceError(
            here,
            f"{definition.name!r} does not say what it returns",
            "write `-> <type>` behind its parameters",
        )
    return Signature(
        parameters=tuple(parameters),
        returns=resolve(definition.returns, task.words, path),
        spelled=ast.unparse(definition.returns),
    )


def _parse(source: str, path: str) -> ast.Module:
    try:
        return ast.parse(source, filename=path)
    except SyntaxError as error:
        line = (error.text or "").strip()
        raise SourceError(
            f"{path}:{error.lineno or 1}:{error.offset or 1}",
            f"{error.msg}: {line!r}",
            "correct the line until `python -m py_compile` accepts the file",
        ) from error
    except (ValueError, RecursionError, MemoryError) as error:
        raise SourceError(
            f"{path}:1:1",
            f"the file cannot be parsed: {error or type(error).__name__}",
            "write plain Python text, without NUL characters or towers of brackets",
        ) from error


def _text(file: Path, path: str) -> str:
    try:
        return file.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise SourceError(
            f"{path}:1:1",
            f"byte {error.start} is {error.object[error.start]:#04x}, not UTF-8",
            "save the file as UTF-8",
        ) from error
    except OSError as error:
        raise SourceError(
            f"{path}:1:1",
            f"the file cannot be read: {error.strerror}",
            "check that it exists and may be read",
        ) from error


def _relative(path: Path, root: Path) -> str:
    inside = path.is_relative_to(root)
    return (path.relative_to(root) if inside else path).as_posix()
