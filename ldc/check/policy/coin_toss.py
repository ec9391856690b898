"""LDC103 coin-toss: an answer that is drawn.

What it does: refuses `random`, `secrets` and `uuid`, and the builtins `hash` and `id`,
which differ from process to process.

Why: the same state must get the same answer, or no check and no replay means anything.

Not good:

    from random import choice

Good: a rule that settles it.

    return (min(state.balls),)
"""

import ast
from collections.abc import Iterator

from ldc.check.policy.language import listed
from ldc.check.policy.text import Seen, Text

NAMES = frozenset({"hash", "id"})
"""Builtins that answer differently in each process."""

MODULES = listed("random secrets uuid")
"""Modules that do."""


def coin_toss(text: Text) -> Iterator[Seen]:
    """Yield each draw."""
    for one in text.imports:
        if one.package in MODULES:
            yield (
                one.node,
                f"{one.module!r} gives another answer each time",
                "take the choice from the state, or add a parameter",
            )
    for node in text.of(ast.Name):
        if node.id in NAMES and node.id not in text.bound:
            yield (
                node,
                f"{node.id!r} gives another answer in each process",
                "compare or sort the values themselves",
            )
