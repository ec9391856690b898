"""LDC035 global-state: a variable of another scope is bound.

What it does: refuses `global` and `nonlocal`.

Why: what a call leaves behind changes the answer of the next.

Not good:

    def count() -> None:
        nonlocal steps
        steps += 1

Good: return the value.

    def counted(steps: int) -> int:
        return steps + 1
"""

import ast
from collections.abc import Iterator

from ldc.check.policy.text import Seen, Text


def global_state(text: Text) -> Iterator[Seen]:
    """Yield each statement that reaches into another scope."""
    for kind, word in ((ast.Global, "global"), (ast.Nonlocal, "nonlocal")):
        for node in text.of(kind):
            yield node, f"`{word}` keeps a value", "pass it in, and return it"
