"""LDC011 unknown-name: a name that is neither the file's own nor on the list.

What it does: refuses every name that the file does not bind and that is not one of the
builtins for functions.

Why: what cannot be named cannot be used; the jail has no other names either.

Not good:

    return memoryview(pick)

Good: words of the task, and builtins as `len`, `min`, `sorted`.

    return min(state.balls)
"""

import ast
from collections.abc import Iterator

from ldc.check.policy import code_from_text, coin_toss, outside_world
from ldc.check.policy.text import Seen, Text, near
from ldc.jail.allowed import BUILTINS

TOLD = code_from_text.NAMES | coin_toss.NAMES | outside_world.NAMES
"""Names that have an entry of their own."""


def _told(text: Text) -> Iterator[ast.expr]:
    """Yield the parts that other entries refuse as a whole."""
    for handler in text.of(ast.ExceptHandler):
        if handler.type:
            yield handler.type
    for definition in text.of(ast.FunctionDef):
        yield from definition.decorator_list


def unknown_name(text: Text) -> Iterator[Seen]:
    """Yield each use of a name that is not there."""
    known = text.bound.union(BUILTINS)
    others = {id(node) for part in _told(text) for node in ast.walk(part)}
    for node in text.of(ast.Name):
        name = node.id
        told = name in TOLD or name.startswith("__") or id(node) in others
        if name not in known and not told:
            yield (
                node,
                f"{name!r} is not available to a function",
                near(
                    name,
                    sorted(known),
                    f"use a word of {text.task.state_module}, or {', '.join(BUILTINS)}",
                ),
            )
