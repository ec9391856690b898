"""Compares the defaults of a signature with its types, without executing the file."""

import ast
from collections.abc import Iterator, Mapping
from typing import Any

from ldc.check.findings import finding
from ldc.ir import Finding, Function, TaskSpec
from ldc.jail.values import Misfit, NoCodec, codec, spelled


def defaults(function: Function, one: Function, task: TaskSpec) -> Iterator[Finding]:
    """Yield each default that a call could not have given.

    Args:
        function: The function of the file.
        one: It, or one of its properties.
        task: Gives the words that a default may be.
    """
    tree = ast.parse(function.source)
    known = {**task.words, **_constants(tree)}
    types = {p.name: p.annotation for p in one.signature.parameters}
    for name, node in _given(tree, one.name):
        try:
            codec(types[name]).encode(_value(node, known))
        except (Misfit, ValueError):
            yield finding(
                function,
                "LDC203",
                node,
                f"unknown-parameter: {ast.unparse(node)} is no {_named(types[name])}, "
                f"so it cannot be the default of {name!r}",
                "give a default that a call could give, or none",
            )
        except NoCodec:
            continue  # an open type, which has a code of its own


def _given(tree: ast.Module, name: str) -> Iterator[tuple[str, ast.expr]]:
    """Yield parameter and default of each that has one."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name == name:
            last = node.args.args[len(node.args.args) - len(node.args.defaults) :]
            for argument, default in zip(last, node.args.defaults, strict=True):
                yield argument.arg, default
            named = zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True)
            for argument, value in named:
                if value is not None:
                    yield argument.arg, value


def _value(node: ast.expr, known: Mapping[str, Any]) -> Any:
    """Return the value of a literal, a known name, or the member of an enum."""
    match node:
        case ast.Name(id=name) if name in known:
            return known[name]
        case ast.Attribute(value=ast.Name(id=name), attr=member) if name in known:
            return getattr(known[name], member, None)
    return ast.literal_eval(node)


def _constants(tree: ast.Module) -> Mapping[str, Any]:
    """Return the constants of the file, as far as they are literals."""
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


def _named(declared: Any) -> str:
    bounds = getattr(declared, "__metadata__", ())
    inner = declared.__origin__ if bounds else declared
    return (
        f"{spelled(inner)} with {', '.join(map(repr, bounds))}"
        if bounds
        else spelled(inner)
    )
