"""Whether no value fits two schemas: what `oneOf` demands of its options."""

from collections.abc import Callable
from typing import Any

from ldc.constrain.schema.merge import Schema

Resolve = Callable[[Any], Schema]
"""A schema -> the same without `$ref` and `allOf` on top."""

_NAMES = {bool: "boolean", int: "integer", float: "number", str: "string"}


def apart(one: Any, two: Any, resolve: Resolve) -> bool:
    """Return whether it is plain that no value fits both; False where it is not."""
    one, two = resolve(one), resolve(two)
    ours, theirs = kinds_of(one), kinds_of(two)
    if ours is not None and theirs is not None and not _share(ours, theirs):
        return True
    for listed, other in ((one, two), (two, one)):
        values = listed_values(listed)
        if values is not None:
            return not any(may_take(other, value) for value in values)
        if "anyOf" in listed:
            return all(apart(part, other, resolve) for part in listed["anyOf"])
    if ours == theirs == {"object"}:
        return _objects_apart(one, two, resolve) or _objects_apart(two, one, resolve)
    return _ranges_apart(one, two)


def listed_values(schema: Schema) -> list[Any] | None:
    """Return the values that a schema lists; None if it lists none."""
    if "const" in schema:
        return [schema["const"]]
    values = schema.get("enum")
    return None if values is None else list(values)


def may_take(schema: Schema, value: Any) -> bool:
    """Return whether a schema may take a value; True where it is not plain."""
    kinds, values = kinds_of(schema), listed_values(schema)
    if kinds is not None and not _share({_kind(value)}, kinds):
        return False
    if values is not None:
        return any(type(one) is type(value) and one == value for one in values)
    if type(value) in (int, float):
        low, high = schema.get("minimum", value), schema.get("maximum", value)
        return bool(low <= value <= high)
    if type(value) is str:
        least, most = schema.get("minLength", 0), schema.get("maxLength", len(value))
        return bool(least <= len(value) <= most)
    return True


def kinds_of(schema: Schema) -> set[str] | None:
    """Return the JSON types of a schema's values; None for any."""
    values = listed_values(schema)
    if values is not None:
        return {_kind(value) for value in values}
    if "type" not in schema:
        return None
    kind = schema["type"]
    return {kind} if isinstance(kind, str) else set(kind)


def _kind(value: Any) -> str:
    if value is None:
        return "null"
    return _NAMES.get(type(value), "array" if isinstance(value, list) else "object")


def _share(ours: set[str], theirs: set[str]) -> bool:
    """Return whether a value may be of both; 2.0 is an integer too."""
    numbers = {"integer", "number"}
    return bool(ours & theirs) or bool(ours & numbers and theirs & numbers)


def _objects_apart(one: Schema, two: Schema, resolve: Resolve) -> bool:
    """Return whether a key that both have tells them apart, or one must and may not."""
    ours, theirs = one.get("properties", {}), two.get("properties", {})
    closed = two.get("additionalProperties", True) is False
    return any(
        apart(ours.get(key, {}), theirs[key], resolve)
        if key in theirs and key in two.get("required", ())
        else closed and key not in theirs
        for key in one.get("required", ())
    )


_BOUNDS = (
    ({"integer", "number"}, "minimum", "maximum"),
    ({"string"}, "minLength", "maxLength"),
    ({"array"}, "minItems", "maxItems"),
)


def _ranges_apart(one: Schema, two: Schema) -> bool:
    """Return whether the ranges of numbers or lengths do not meet."""
    kinds = (kinds_of(one) or {""}) | (kinds_of(two) or {""})
    for of_kinds, low, high in _BOUNDS:
        for first, second in ((one, two), (two, one)):
            both = kinds <= of_kinds and high in first and low in second
            if both and first[high] < second[low]:
                return True
    return False
