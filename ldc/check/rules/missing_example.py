"""LDC303 missing-example: a manual shows one call and its result.

What it does: asks for a section `Example` with a doctest that calls the function.

Why: an example is checked, so it is the one part of a manual that cannot be wrong.

Not good: an example in prose.

Good:

Example:
        >>> take_first(state=State(balls=(2, 4), wind=0, sign=""))
        2
"""

import ast
from collections.abc import Iterator

from ldc.check.examples import Malformed, read_examples
from ldc.check.rules.page import Page, Seen


def missing_example(page: Page) -> Iterator[Seen]:
    """Yield the function when no example calls it."""
    try:
        examples = read_examples(page.function)
    except Malformed:
        return  # which has a code of its own
    if not any(calls_of(example.tree, page.function.name) for example in examples):
        yield (
            page.public.name,
            f"no example calls {page.function.name!r}",
            f"add `Example:` with `>>> {page.function.name}(...)` and its value",
        )


def calls_of(tree: ast.AST, name: str) -> list[ast.Call]:
    """Return the calls of a function in an example."""
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == name
    ]
