"""LDC303 missing-example: a manual shows one call and its result.

What it does: asks for a section `Example` with a doctest that calls the function.

Why: an example is checked, so it is the one part of a manual that cannot be wrong.

Not good: an example in prose.

Good:

Example:
        >>> take_first(state=State(balls=(2, 4), wind=0, sign=""))
        2
"""

from collections.abc import Iterator

from ldc.check.rules.page import Page, Seen


def missing_example(page: Page) -> Iterator[Seen]:
    """Yield the function when no example calls it."""
    example = page.manual.sections.get("Example", "")
    calls = [line for line in example.splitlines() if line.startswith(">>>")]
    if not any(f"{page.function.name}(" in line for line in calls):
        yield (
            page.public.name,
            f"no example calls {page.function.name!r}",
            f"add `Example:` with `>>> {page.function.name}(...)` and its value",
        )
