"""The defaults of a signature, as values, without executing the file."""

import ast
from collections.abc import Iterator, Mapping
from typing import Any

from ldc.ir import REQUIRED
from ldc.spelling import is_record


def given_defaults(
    definition: ast.FunctionDef,
) -> Iterator[tuple[str, ast.expr]]:
    """Yield parameter and default of each that has one."""
    arguments = definition.args
    last = arguments.args[len(arguments.args) - len(arguments.defaults) :]
    for argument, default in zip(last, arguments.defaults, strict=True):
        yield argument.arg, default
    for argument, value in zip(
        arguments.kwonlyargs, arguments.kw_defaults, strict=True
    ):
        if value is not None:
            yield argument.arg, value


def constants_of(tree: ast.Module) -> Mapping[str, Any]:
    """Return the constants of a file, as far as they are literals."""
    found: dict[str, Any] = {}
    for node in tree.body:
        match node:
            case (
                ast.Assign(targets=[ast.Name(id=name)], value=value)
                | ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value)
            ):
                try:
                    found[name] = ast.literal_eval(value)
                except ValueError:
                    continue
    return found


def value_of(node: ast.expr, known: Mapping[str, Any]) -> Any:
    """Return the value of a literal, a known name, an enum's member, or a record.

    Args:
        node: An expression.
        known: Words of the task, and constants of the file.

    Raises:
        ValueError: It is none of these.
    """
    match node:
        case ast.Name(id=name) if name in known:
            return known[name]
        case ast.Attribute(value=ast.Name(id=name), attr=member) if name in known:
            return getattr(known[name], member, None)
        case ast.Tuple(elts=parts):
            return tuple(value_of(part, known) for part in parts)
        case ast.Call(func=ast.Name(id=name), args=args, keywords=words) if is_record(
            known.get(name)
        ):
            given = {str(word.arg): value_of(word.value, known) for word in words}
            try:
                return known[name](*(value_of(arg, known) for arg in args), **given)
            except TypeError as error:
                raise ValueError(ast.unparse(node)) from error
    return ast.literal_eval(node)


def defaults_of(
    definition: ast.FunctionDef, tree: ast.Module, words: Mapping[str, Any]
) -> Mapping[str, Any]:
    """Return the defaults by parameter; one that is no plain value is not told.

    `ldc check` refuses a default that a call could not give.
    """
    known = {**words, **constants_of(tree)}
    found = {}
    for name, node in given_defaults(definition):
        try:
            found[name] = value_of(node, known)
        except (ValueError, TypeError, RecursionError, MemoryError):
            found[name] = REQUIRED
    return found
