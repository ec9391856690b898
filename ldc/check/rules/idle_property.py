"""LDC403 idle-property: a property calls the function it speaks of.

What it does: refuses an `always_*` predicate without a call of the file's function.

Why: it would hold of every function, so it shows nothing.

Not good:

    def always_some_balls(state: State) -> bool:
        return len(state.balls) >= 0

Good:

    def always_a_ball(state: State) -> bool:
        return take_first(state) in state.balls
"""

from collections.abc import Iterator

import libcst as cst

from ldc.check.rules.page import Page, Seen, all_of


def idle_property(page: Page) -> Iterator[Seen]:
    """Yield each property that never calls the function."""
    for one in page.properties:
        called = [call.func for call in all_of(one, cst.Call)]
        names = [func.value for func in called if isinstance(func, cst.Name)]
        if page.function.name not in names:
            yield (
                one.name,
                f"{one.name.value!r} never calls {page.function.name!r}",
                "call it, and say something about what it returns",
            )
