"""LDC021 needless-else: after a branch that returns, nothing needs an `else`.

What it does: refuses `else` and `elif` behind a branch that ends in `return`.

Why: the way through a function reads straight down when it is left early.

Not good:

    if state.sign:
        return state.balls[-1]
    else:
        return state.balls[0]

Good:

    if state.sign:
        return state.balls[-1]
    return state.balls[0]
"""

from collections.abc import Iterator

import libcst as cst

from ldc.check.rules.page import Page, Seen, all_of


def needless_else(page: Page) -> Iterator[Seen]:
    """Yield each `else` or `elif` that a return makes needless."""
    for branch in all_of(page.module, cst.If):
        if branch.orelse is not None and _returns(branch.body):
            yield (
                branch.orelse,
                "the branch above returns, so what follows needs no `else`",
                "write it below the `if`, one level out",
            )


def _returns(body: cst.BaseSuite) -> bool:
    last = body.body[-1]
    if isinstance(last, cst.SimpleStatementLine):
        last = last.body[-1]
    return isinstance(last, cst.Return)
