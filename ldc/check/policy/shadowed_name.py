"""LDC017 shadowed-name: a name of Python's, or of an imported module, bound anew.

What it does: refuses to bind the names of builtins, known or not, and a module's name a
second time.

Why: the next reader, and the gates, take `len` for what it is everywhere.

Not good:

    min = state.balls[0]
    return (min,)

Good:

    least = state.balls[0]
    return (least,)
"""

import ast
from collections.abc import Iterator

from ldc.check.policy.language import OWN
from ldc.check.policy.text import Seen, Text


def shadowed_name(text: Text) -> Iterator[Seen]:
    """Yield each binding of a name that means something else."""
    members = {id(node) for one in text.classes for node in (*one.fields, *one.methods)}
    for node, name in text.bindings:
        if id(node) in members:
            continue  # it stands behind a dot
        if name in OWN and not name.startswith("__"):
            yield node, f"{name!r} is Python's own", "rename it"
        elif name in text.modules and not isinstance(node, ast.alias):
            yield node, f"{name!r} is an imported module", "rename it"
