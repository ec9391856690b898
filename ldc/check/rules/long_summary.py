"""LDC304 long-summary: the first line of a manual is one short sentence.

What it does: asks for one sentence of at most 81 characters that ends in a full stop,
with an empty line below it.

Why: it is all that a menu has room for.

Not good:

    \"\"\"Walks to the ball. It does so straight, without looking at the wind\"\"\"

Good:

    \"\"\"Walk straight to the ball.\"\"\"
"""

from collections.abc import Iterator

from ldc.check.rules.page import Page, Seen

LONGEST = 81
"""What a line of 88 holds behind the quotes."""


def long_summary(page: Page) -> Iterator[Seen]:
    """Yield the function when its first line is not one short sentence."""
    summary = page.manual.summary
    lines = (page.public.get_docstring() or "").splitlines()
    fault = ""
    if len(summary) > LONGEST:
        fault = f"has {len(summary)} characters, at most {LONGEST} fit"
    elif not summary.endswith("."):
        fault = "does not end in a full stop"
    elif ". " in summary:
        fault = "has more than one sentence"
    elif len(lines) > 1 and lines[1].strip():
        fault = "goes on in the second line"
    if fault:
        yield (
            page.public.name,
            f"the summary {summary!r} {fault}",
            "say in one line what the function does; the rest goes below",
        )
