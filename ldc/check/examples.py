"""Reads the examples of a manual: what stands behind `>>>`, and what is below it."""

import ast
import doctest
from dataclasses import dataclass

from ldc.ir import Function


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One example."""

    line: int
    expression: str
    tree: ast.Expression
    want: str
    """What a REPL prints, with its line feed."""


class Malformed(ValueError):
    """An example that is not `>>> expression` with its value below."""

    def __init__(self, line: int, what: str) -> None:
        super().__init__(f"malformed-example: {what}")
        self.line = line


def read_examples(
    function: Function, tree: ast.Module | None = None
) -> tuple[Shown, ...]:
    """Return the examples in the manual of the public function; raises Malformed.

    Args:
        function: The function.
        tree: Its source, when that has been parsed already.
    """
    for node in (tree or ast.parse(function.source)).body:
        if isinstance(node, ast.FunctionDef) and node.name == function.name:
            first = node.body[0].lineno
            text = ast.get_docstring(node, clean=False) or ""
            break
    else:
        return ()
    try:
        found = doctest.DocTestParser().get_examples(text)
    except ValueError as error:
        raise Malformed(first, str(error)) from error
    shown = []
    for example in found:
        expression, line = example.source.strip(), first + example.lineno
        try:
            value = ast.parse(expression, mode="eval")
        except SyntaxError as error:
            raise Malformed(line, f"{expression!r} is not an expression") from error
        shown.append(
            Shown(line=line, expression=expression, tree=value, want=example.want)
        )
    return tuple(shown)
