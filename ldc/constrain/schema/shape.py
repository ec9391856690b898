"""Whether a JSON Schema is one: each keyword with a value of its kind."""

import math
from collections.abc import Callable, Mapping
from typing import Any

from ldc.errors import GrammarError


def _number(value: Any) -> bool:
    return type(value) in (int, float) and math.isfinite(value)


def _size(value: Any) -> bool:
    return type(value) is int and value >= 0


def _text(value: Any) -> bool:
    return isinstance(value, str)


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(map(_text, value))


def _list(value: Any) -> bool:
    return isinstance(value, list)


def _object(value: Any) -> bool:
    return isinstance(value, Mapping)


_KINDS: tuple[tuple[str, Callable[[Any], bool], tuple[str, ...]], ...] = (
    ("an object", _object, ("properties", "$defs", "definitions")),
    ("a list", _list, ("enum", "anyOf", "oneOf", "allOf", "prefixItems")),
    ("a list of texts", _texts, ("required",)),
    ("a text", _text, ("pattern", "$ref", "format")),
    ("a whole number", _size, ("minLength", "maxLength", "minItems", "maxItems")),
    ("a whole number", _size, ("minProperties", "maxProperties")),
    (
        "a number, as JSON Schema has it since draft 6",
        _number,
        ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"),
    ),
    ("a number above 0", lambda v: _number(v) and v > 0, ("multipleOf",)),
    ("a type or a list of types", lambda v: _text(v) or _texts(v), ("type",)),
)


def demand_shape(schema: Mapping[str, Any], path: str) -> None:
    """Check the keywords that the compiler reads.

    Raises:
        GrammarError: one has a value of another kind.
    """
    for kind, fits, keywords in _KINDS:
        for keyword in keywords:
            if keyword in schema and not fits(schema[keyword]):
                what = f"{keyword!r} is {schema[keyword]!r}"
                raise GrammarError(path, what, f"write {kind}")
