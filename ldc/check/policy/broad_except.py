"""LDC015 broad-except: a `try` that may hide what went wrong.

What it does: refuses `except:` and exceptions that say nothing about a value, as
`Exception`, and a `finally` that leaves by `return`, `break` or `continue`.

Why: an answer that was made of a fault looks like any other.

Not good:

    try:
        return (state.balls[9],)
    except Exception:
        return (pick,)

Good: the one that is meant.

    try:
        return (state.balls[9],)
    except IndexError:
        return (pick,)
"""

import ast
from collections.abc import Iterator

from ldc.check.policy.language import CAUGHT
from ldc.check.policy.text import Seen, Text

LEAVES = (ast.Return, ast.Break, ast.Continue)


def broad_except(text: Text) -> Iterator[Seen]:
    """Yield each handler that catches too much."""
    for handler in text.of(ast.ExceptHandler):
        kind = handler.type
        kinds = kind.elts if isinstance(kind, ast.Tuple) else [kind]
        known = text.errors.union(CAUGHT)
        if not all(isinstance(one, ast.Name) and one.id in known for one in kinds):
            caught = ast.unparse(kind) if kind else "everything"
            yield (
                handler,
                f"catching {caught} may hide what went wrong",
                f"catch one of {', '.join(CAUGHT)}",
            )
    for tried in text.of(ast.Try):
        for statement in tried.finalbody:
            for node in ast.walk(statement):
                if isinstance(node, LEAVES):
                    yield (
                        node,
                        "leaving a `finally` hides what went wrong",
                        "move it below the `try`",
                    )
