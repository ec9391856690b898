"""LDC022 needless-comparison: a condition is a bool already.

What it does: refuses a comparison with `True` or `False`, and `True if c else False`.

Why: less to read, and nothing to get wrong.

Not good:

    return True if len(path) == 1 else False

Good:

    return len(path) == 1
"""

from collections.abc import Iterator

import libcst as cst

from ldc.check.rules.page import Page, Seen


def needless_comparison(page: Page) -> Iterator[Seen]:
    """Yield each comparison with a bool, and each choice between the two bools."""
    for comparison in page.every(cst.Comparison):
        sides = [comparison.left, *(c.comparator for c in comparison.comparisons)]
        if any(_is_bool(side) for side in sides):
            yield comparison, "compares with a bool", "use the condition, or `not` it"
    for choice in page.every(cst.IfExp):
        if _is_bool(choice.body) and _is_bool(choice.orelse):
            yield choice, "chooses between True and False", "use the condition itself"


def _is_bool(node: cst.BaseExpression) -> bool:
    return isinstance(node, cst.Name) and node.value in ("True", "False")
