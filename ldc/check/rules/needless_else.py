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

from ldc.check.rules.page import Page, Seen


def needless_else(page: Page) -> Iterator[Seen]:
    """Yield each `else` or `elif` that a return makes needless."""
    branches = page.every(cst.If)
    inner = {branch.orelse for branch in branches}
    for branch in branches:
        # Behind an `elif`, only what no branch above falls through to can move out.
        one: cst.CSTNode | None = None if branch in inner else branch
        while isinstance(one, cst.If) and one.orelse is not None and returns(one.body):
            one = one.orelse
            yield (
                one,
                "the branch above returns, so what follows needs no `else`",
                "write it below the `if`, one level out",
            )


def returns(body: cst.BaseSuite) -> bool:
    """Say whether a branch ends in `return`."""
    last = body.body[-1]
    if isinstance(last, cst.SimpleStatementLine):
        last = last.body[-1]
    return isinstance(last, cst.Return)
