"""LDC035 global-state: a variable of the file is bound.

What it does: refuses `global`. A `nonlocal` is of the call itself, and ends with it.

Why: what a call leaves behind changes the answer of the next.

Not good:

    def _count() -> None:
        global STEPS
        STEPS += 1

Good: return the value.

    def counted(steps: int) -> int:
        return steps + 1
"""

import ast
from collections.abc import Iterator

from ldc.check.policy.text import Seen, Text


def global_state(text: Text) -> Iterator[Seen]:
    """Yield each statement that reaches out of the function."""
    for node in text.of(ast.Global):
        yield node, "`global` keeps a value", "pass it in, and return it"
