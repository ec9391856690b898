"""LDC024 set-order: no answer hangs on the order of a set.

What it does: refuses what takes the members of a set one by one where the order
reaches the result: `list`, `tuple`, `next`, `join`, `pop`, an index, a loop that does
more than count or collect, `min` with a `key` that may tie. Sorting, counting, `sum`,
`any`, `all`, `in` and the algebra of sets are fine.

Why: a set has no order. What comes first changes with the run and with the machine.

Not good:

    return next(iter(set(state.balls)))

Good:

    return min(set(state.balls))
"""

from collections.abc import Iterator, Set

import libcst as cst

from ldc.check.rules.order import SETS, Order
from ldc.check.rules.page import Page, Seen
from ldc.check.rules.tree import plain

MAKERS = (cst.Set, cst.SetComp)


def set_order(page: Page) -> Iterator[Seen]:
    """Yield each place where the order of a set comes to count."""
    makers = {one.name.value for one in page.every(cst.FunctionDef) if _gives_set(one)}
    for definition in page.definitions:
        if not _has_sets(page, definition, makers):
            continue
        order = Order(definition, page.scope(definition), makers)
        for node in dict.fromkeys(order.leaks()):
            yield (
                node,
                f"the order of the set behind `{page.text(node)}` reaches the result",
                "sort it first, as `sorted(...)`; let a `key` end in the value itself",
            )


def _gives_set(definition: cst.FunctionDef) -> bool:
    """Say whether a function declares that it returns a set."""
    returns = definition.returns
    return returns is not None and plain(returns.annotation).startswith(SETS)


def _has_sets(page: Page, definition: cst.FunctionDef, makers: Set[str]) -> bool:
    if any(page.inside(definition, kind) for kind in MAKERS):
        return True
    names = {node.value for node in page.inside(definition, cst.Name)}
    return not names.isdisjoint({"set", "frozenset", "keys", *makers})
