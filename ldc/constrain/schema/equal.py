"""When two JSON values are one: `1` and `1.0` are, `1` and `true` are not."""

from collections.abc import Iterable
from typing import Any


def same(one: Any, two: Any) -> bool:
    """Return whether two JSON values are equal, as JSON Schema says it."""
    if isinstance(one, bool) or isinstance(two, bool):
        return one is two
    if isinstance(one, list) and isinstance(two, list):
        return len(one) == len(two) and all(map(same, one, two))
    if isinstance(one, dict) and isinstance(two, dict):
        return one.keys() == two.keys() and all(same(one[k], two[k]) for k in one)
    return bool(one == two)


def among(value: Any, values: Iterable[Any]) -> bool:
    """Return whether a JSON value is one of several."""
    return any(same(value, other) for other in values)
