"""LDC107 mutable-default: a default that can change remembers the last call.

What it does: refuses a list, dict, set or call as a default.

Why: the default is made once, so a call can change the answer of the next.

Not good:

    def _seen(ball: Ball, before: list[Ball] = []) -> bool: ...

Good: an immutable default, or none.

    def _seen(ball: Ball, before: tuple[Ball, ...] = ()) -> bool: ...
"""

from collections.abc import Iterator

import libcst as cst

from ldc.check.rules.page import Page, Seen

MUTABLE = (
    cst.List,
    cst.Dict,
    cst.Set,
    cst.ListComp,
    cst.DictComp,
    cst.SetComp,
    cst.Call,
)


def mutable_default(page: Page) -> Iterator[Seen]:
    """Yield each default that is made anew nowhere."""
    for parameter in page.every(cst.Param):
        if isinstance(parameter.default, MUTABLE):
            yield (
                parameter,
                f"the default of {parameter.name.value!r} can change",
                "use an immutable default, as `()`",
            )
