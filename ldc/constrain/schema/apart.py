"""Whether no value fits two schemas: what `oneOf` demands of its options."""

from collections.abc import Callable
from typing import Any

from ldc.constrain.schema.listed import kinds_of, listed_values, may_take, share
from ldc.constrain.schema.merge import Schema

Resolve = Callable[[Any], Schema]
"""A schema -> the same without `$ref` and `allOf` on top."""

DEEPEST = 8
"""Levels that are looked into; below, nothing is plain."""


def apart(one: Any, two: Any, resolve: Resolve, level: int = 0) -> bool:
    """Return whether it is plain that no value fits both; False where it is not."""
    if level > DEEPEST:
        return False
    one, two = resolve(one), resolve(two)
    ours, theirs = kinds_of(one), kinds_of(two)
    if ours is not None and theirs is not None and not share(ours, theirs):
        return True
    for listed, other in ((one, two), (two, one)):
        values = listed_values(listed)
        if values is not None:
            return not any(may_take(other, value) for value in values)
        for keyword in ("anyOf", "oneOf"):
            if keyword in listed:
                parts = listed[keyword]
                return all(apart(part, other, resolve, level + 1) for part in parts)
    if ours == theirs == {"object"}:
        return any(
            _objects_apart(first, second, resolve, level + 1)
            for first, second in ((one, two), (two, one))
        )
    return _ranges_apart(one, two)


def _objects_apart(one: Schema, two: Schema, resolve: Resolve, level: int) -> bool:
    """Return whether a key that both have tells them apart, or one must and may not."""
    ours, theirs = one.get("properties", {}), two.get("properties", {})
    closed = two.get("additionalProperties", True) is False
    return any(
        apart(ours.get(key, {}), theirs[key], resolve, level)
        if key in theirs and key in two.get("required", ())
        else closed and key not in theirs
        for key in one.get("required", ())
    )


_NUMBERS = {"integer", "number"}

_BOUNDS = (
    (_NUMBERS, "minimum", "maximum"),
    (_NUMBERS, "exclusiveMinimum", "exclusiveMaximum"),
    (_NUMBERS, "minimum", "exclusiveMaximum"),
    (_NUMBERS, "exclusiveMinimum", "maximum"),
    ({"string"}, "minLength", "maxLength"),
    ({"array"}, "minItems", "maxItems"),
)


def _ranges_apart(one: Schema, two: Schema) -> bool:
    """Return whether the ranges of numbers or lengths do not meet."""
    kinds = (kinds_of(one) or {""}) | (kinds_of(two) or {""})
    for of_kinds, low, high in _BOUNDS:
        open_ended = "exclusive" in low + high
        for first, second in ((one, two), (two, one)):
            if kinds <= of_kinds and high in first and low in second:
                last, begin = first[high], second[low]
                if last < begin or (open_ended and last == begin):
                    return True
    return False
