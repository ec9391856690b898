"""LDC013 foreign-attribute: what stands behind a dot is not on the list.

What it does: refuses attributes other than fields of the task's records, methods of
builtin values, or names of allowed modules; and a module used as a value.

Why: attributes lead from any value to the whole interpreter.

Not good:

    return (state.balls.size,)

Good:

    return (len(state.balls),)
"""

import ast
from collections.abc import Iterator

from ldc.check.policy import format_string, secret_name
from ldc.check.policy.text import Seen, Text, near, root
from ldc.jail.allowed import MODULES

MEND = "use fields of the state, methods of str, tuple, list, dict, set, or an f-string"


def foreign_attribute(text: Text) -> Iterator[Seen]:
    """Yield each attribute that is not known."""
    owners = set()
    for node in text.of(ast.Attribute):
        owner = node.value
        owners.add(id(owner))
        module = text.modules.get(owner.id, "") if isinstance(owner, ast.Name) else ""
        known = MODULES.get(module, ()) if module else text.attributes
        yield from _unknown(text, node, node.attr, frozenset(known), root(node))
    for pattern in text.of(ast.MatchClass):
        for field in pattern.kwd_attrs:
            yield from _unknown(text, pattern, field, text.attributes, "")
    for name in text.of(ast.Name):
        read = isinstance(name.ctx, ast.Load) and id(name) not in owners
        if read and name.id in text.modules:
            yield (
                name,
                f"the module {name.id!r} is used as a value",
                "name what you need of it",
            )


def _unknown(
    text: Text, node: ast.AST, name: str, known: frozenset[str], of: str
) -> Iterator[Seen]:
    told = secret_name.is_secret(name, text) or name in format_string.METHODS
    if name not in known and not told and of not in text.strangers:
        yield (
            node,
            f"{name!r} is not a field or method for functions",
            near(name, known, MEND),
        )
