"""LDC402 missing-property: a function says at least one thing that always holds.

What it does: asks for an `always_*` predicate in the file.

Why: types let a wrong function pass. A property is what makes a verdict mean something.

Not good: a function alone.

Good:

    def always_one_stop(state: State, pick: Pick) -> bool:
        return len(stroll(state, pick)) == 1
"""

from collections.abc import Iterator

from ldc.check.rules.page import Page, Seen


def missing_property(page: Page) -> Iterator[Seen]:
    """Yield the function when its file has no property."""
    if not page.properties:
        yield (
            page.public.name,
            f"nothing is said to hold of {page.function.name!r}",
            "add a predicate `always_...` over its arguments, returning bool",
        )
