"""Listed values: those of `enum`, and which of them the rest of a schema takes."""

import re
from fractions import Fraction
from typing import Any

from ldc.constrain.schema.equal import among
from ldc.constrain.schema.merge import Schema
from ldc.constrain.schema.patterns import whole

_NAMES = {bool: "boolean", int: "integer", float: "number", str: "string"}


def listed_values(schema: Schema) -> list[Any] | None:
    """Return the values that a schema lists; None if it lists none."""
    if "const" in schema:
        return [schema["const"]]
    values = schema.get("enum")
    return None if values is None else list(values)


def kinds_of(schema: Schema) -> set[str] | None:
    """Return the JSON types of a schema's values; None for any."""
    values = listed_values(schema)
    if values is not None:
        return set(map(kind_of, values))
    if "type" not in schema:
        return None
    kind = schema["type"]
    return {kind} if isinstance(kind, str) else set(kind)


def kind_of(value: Any) -> str:
    """Return the JSON type of a value; of a number, the narrower one."""
    if value is None:
        return "null"
    if type(value) is float and value.is_integer():
        return "integer"
    return _NAMES.get(type(value), "array" if isinstance(value, list) else "object")


def share(ours: set[str], theirs: set[str]) -> bool:
    """Return whether a value may be of both; 2.0 is an integer too."""
    numbers = {"integer", "number"}
    return bool(ours & theirs) or bool(ours & numbers and theirs & numbers)


def may_take(schema: Any, value: Any) -> bool:
    """Return whether a schema may take a value; True where it is not plain.

    Args:
        schema: One without `$ref` on top is judged by all of its keywords for scalars,
            and by the sizes of arrays and the keys of objects.
        value: A JSON value.
    """
    if isinstance(schema, bool):
        return schema
    if not _is_of(schema, value):
        return False
    values = listed_values(schema)
    if values is not None and not among(value, values):
        return False
    for keyword, enough in (("anyOf", any), ("oneOf", any), ("allOf", all)):
        parts = schema.get(keyword)
        if parts is not None and not enough(may_take(part, value) for part in parts):
            return False
    if type(value) in (int, float):
        return _number(schema, value)
    if isinstance(value, str):
        fits = "pattern" not in schema or _matches(schema["pattern"], value)
        return fits and _size(schema, value, "minLength", "maxLength")
    if isinstance(value, list):
        twice = any(among(one, value[:i]) for i, one in enumerate(value))
        once = not (schema.get("uniqueItems") is True and twice)
        return once and _size(schema, value, "minItems", "maxItems")
    if isinstance(value, dict):
        closed = schema.get("additionalProperties", True) is False
        known = schema.get("properties", {})
        return set(schema.get("required", ())) <= set(value) and not (
            closed and set(value) - set(known)
        )
    return True


def _is_of(schema: Schema, value: Any) -> bool:
    if "type" not in schema:
        return True
    kinds = schema["type"]
    kinds = {kinds} if isinstance(kinds, str) else set(kinds)
    kind = kind_of(value)
    return kind in kinds or (kind == "integer" and "number" in kinds)


def _number(schema: Schema, value: float) -> bool:
    step = schema.get("multipleOf")
    exact = Fraction(str(value))
    return (
        schema.get("minimum", value) <= value <= schema.get("maximum", value)
        and ("exclusiveMinimum" not in schema or value > schema["exclusiveMinimum"])
        and ("exclusiveMaximum" not in schema or value < schema["exclusiveMaximum"])
        and (step is None or (exact / Fraction(str(step))).denominator == 1)
    )


def _matches(pattern: str, value: str) -> bool:
    try:
        return re.fullmatch(whole(pattern), value, re.ASCII) is not None
    except re.error:
        return True


def _size(schema: Schema, value: Any, least: str, most: str) -> bool:
    size = len(value)
    return bool(schema.get(least, 0) <= size <= schema.get(most, size))
