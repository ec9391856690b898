"""LDC302 missing-returns: a manual says what comes back.

What it does: asks for a section `Returns` with some words in it.

Why: the type says what kind of value; only words say which, and who wins a tie.

Not good: a manual that ends with `Args`.

Good:

Returns:
        The first ball; 1 when none lies there.
"""

from collections.abc import Iterator

from ldc.check.rules.page import Page, Seen


def missing_returns(page: Page) -> Iterator[Seen]:
    """Yield the function when its manual does not tell the result."""
    if not page.manual.sections.get("Returns"):
        yield (
            page.public.name,
            "the manual does not say what comes back",
            "add a section `Returns:` with the unit, and who wins a tie",
        )
