"""LDC031 code-from-text: code, names or attributes that are made while running.

What it does: refuses `eval`, `exec`, `compile`, `__import__`, `getattr`, `globals`,
`vars` and their like, and modules as `importlib` and `pickle`.

Why: no gate can read what is not written yet.

Not good:

    return (getattr(state, "balls")[0],)

Good:

    return (state.balls[0],)
"""

import ast
from collections.abc import Iterator

from ldc.check.policy.language import listed
from ldc.check.policy.text import Seen, Text

NAMES = listed("""
    __import__ compile delattr dir eval exec getattr globals hasattr locals setattr vars
    """)
"""Builtins that read or make code, names and attributes by text."""

MODULES = listed("""
    ast builtins code codeop imp importlib marshal pickle pkgutil runpy shelve
    """)
"""Modules that do."""


def code_from_text(text: Text) -> Iterator[Seen]:
    """Yield each use of what makes code, or reads names, by text."""
    for one in text.imports:
        if one.package in MODULES:
            yield one.node, f"{one.module!r} makes code of data", "write the code"
    for node in text.of(ast.Name):
        if node.id in NAMES and node.id not in text.bound:
            yield (
                node,
                f"{node.id!r} works on names in a text",
                "write the name, the call or the attribute itself",
            )
