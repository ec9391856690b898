"""JSON's arrays as productions."""

import math
from collections.abc import Callable
from itertools import permutations
from typing import Any

from ldc.constrain.forms import Production
from ldc.constrain.productions import (
    EMPTY_TUPLE,
    choice,
    count,
    either,
    nth,
    repeat,
    sequence,
)
from ldc.constrain.scalars import STEPS
from ldc.constrain.schema.bounds import Bounds
from ldc.constrain.schema.equal import among
from ldc.constrain.schema.json_values import to_json
from ldc.constrain.schema.merge import Schema
from ldc.constrain.schema.refer import Endless
from ldc.errors import GrammarError

MOST_ITEMS = 64
"""Items of an array, whatever its schema allows."""

Of = Callable[[Any, str], Production]
"""(schema, its path) -> what may stand for it."""


def array(flat: Schema, path: str, bounds: Bounds | None, of: Of) -> Production:
    """Return the arrays of a schema.

    Without a word on what stands behind `prefixItems`, nothing does, as an object has
    no other keys than those listed.

    Args:
        flat: With `items`, `prefixItems`, `minItems`, `maxItems`, `uniqueItems`.
        path: Where it stands.
        bounds: For what it leaves open; None for nothing.
        of: Compiles the items.

    Raises:
        GrammarError: the items have no grammar, or the array no end.
    """
    least, most, items = _size(flat, path, bounds)
    once = flat.get("uniqueItems") is True and most > 1
    if "prefixItems" in flat:
        parts = [
            of(part, f"{path}/prefixItems/{i}")
            for i, part in enumerate(flat["prefixItems"])
        ]
        more = most - len(parts)
        if items is not None and more > 0:
            parts += [of(items, f"{path}/items")] * more
        every = range(least, min(most, len(parts)) + 1)
        rows = either(sequence(tuple(parts[:size])) for size in every)
        return _listed_once(rows, path) if once else rows
    if items is None:
        mend = "write items: what one element is"
        raise GrammarError(path, "the array may hold anything", mend)
    try:
        item = of(items, f"{path}/items")
    except Endless:
        if least:
            raise
        return EMPTY_TUPLE
    return _unique(item, least, most, path) if once else repeat(item, least, most)


def _size(flat: Schema, path: str, bounds: Bounds | None) -> tuple[int, int, Any]:
    """Return the fewest and the most items, and the schema of those that are alike."""
    least, most = flat.get("minItems", 0), flat.get("maxItems")
    first, items = flat.get("prefixItems"), flat.get("items")
    if items is False or (first is not None and items is True):
        items = None if first is not None else items
    if first is not None and items is None:
        most = len(first) if most is None else min(most, len(first))
    if most is None and items is not None:
        if bounds is None:
            what = "the array may be of any length"
            raise GrammarError(path, what, "write maxItems")
        most = max(bounds.items, least, len(first or ()))
    if least > MOST_ITEMS:
        what = f"the array has {least} items at least"
        raise GrammarError(path, what, f"ask for at most {MOST_ITEMS}")
    return least, min(most or 0, MOST_ITEMS), items


def _unique(item: Production, least: int, most: int, path: str) -> Production:
    """Return the arrays without repetition, listed."""
    many = count(item)
    most = min(most, many)
    total = (
        sum(math.perm(many, n) for n in range(least, most + 1))
        if many <= STEPS
        else STEPS + 1
    )
    if total > STEPS:
        raise _too_many(path)
    values = [nth(item, i) for i in range(many)]
    rows = (row for n in range(least, most + 1) for row in permutations(values, n))
    return choice(filter(_once, rows))


def _listed_once(rows: Production, path: str) -> Production:
    """Return those of some arrays that have no repetition, listed."""
    if count(rows) > STEPS:
        raise _too_many(path)
    return choice(filter(_once, (nth(rows, i) for i in range(count(rows)))))


def _once(row: tuple[Any, ...]) -> bool:
    told = [to_json(value) for value in row]
    return not any(among(one, told[:i]) for i, one in enumerate(told))


def _too_many(path: str) -> GrammarError:
    mend = f"drop uniqueItems, or leave at most {STEPS} arrays"
    return GrammarError(path, "too many arrays without repetition to list", mend)
