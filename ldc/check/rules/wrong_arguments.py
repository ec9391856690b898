"""LDC301 wrong-arguments: `Args` says something about every parameter, and no other.

What it does: compares the section `Args` with the signature, in order.

Why: the manual is what the teacher and the student know of a function.

Not good: of `def stroll(state: State, pick: Pick) -> Path` the manual says only

    state: What the robot sees.

Good: one entry for each, with its unit.

    state: What the robot sees.
    pick: The ball to fetch.
"""

import re
from collections.abc import Iterator

from ldc.check.rules.page import Page, Seen


def wrong_arguments(page: Page) -> Iterator[Seen]:
    """Yield each parameter without an entry, and each entry without a parameter."""
    told = list(page.manual.arguments)
    taken = [parameter.name for parameter in page.function.signature.parameters]
    for name in taken:
        if not page.manual.arguments.get(name):
            yield (
                page.public.name,
                f"`Args` does not say what {name!r} is",
                f"add `{name}: <what it is, its unit>`",
            )
    for name in told:
        if name not in taken:
            yield (
                page.public.name,
                f"`Args` tells of {name!r}, which is no parameter",
                "delete the entry, or correct its name",
            )
        elif (
            len(
                re.findall(
                    rf"^{name}(?: \(.*?\))?:", page.manual.sections["Args"], re.M
                )
            )
            > 1
        ):
            yield (
                page.public.name,
                f"`Args` tells of {name!r} twice",
                "delete one of the entries",
            )
    if sorted(told) == sorted(taken) and told != taken:
        yield (
            page.public.name,
            f"`Args` lists {', '.join(told)}; the signature {', '.join(taken)}",
            "list them as the signature does",
        )
