"""Compares the defaults of a signature with its types, without executing the file."""

import ast
from collections.abc import Iterator
from typing import Any

from ldc.author.defaults import constants_of, given_defaults, value_of
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
    known = {**task.words, **constants_of(tree)}
    types = {p.name: p.annotation for p in one.signature.parameters}
    for name, node in _given(tree, one.name):
        try:
            codec(types[name]).encode(value_of(node, known))
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
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name == name:
            yield from given_defaults(node)


def _named(declared: Any) -> str:
    bounds = getattr(declared, "__metadata__", ())
    inner = declared.__origin__ if bounds else declared
    return (
        f"{spelled(inner)} with {', '.join(map(repr, bounds))}"
        if bounds
        else spelled(inner)
    )
