"""Two JSON Schemas that must both hold, as one: `allOf`, and `anyOf` beside others."""

import math
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from ldc.constrain.schema.equal import among, same
from ldc.errors import GrammarError

Schema = Mapping[str, Any]

REMARKS = frozenset(
    {
        *("title", "description", "default", "examples", "deprecated", "format"),
        *("readOnly", "writeOnly", "$comment", "$schema", "$id", "$defs"),
        *("definitions", "contentEncoding", "contentMediaType"),
    }
)
"""Keywords that tell a reader something and refuse no value."""


def merged(one: Schema, two: Schema, path: str) -> Schema:
    """Return a schema of the values that both take; remarks of `two` come first.

    Raises:
        GrammarError: two keywords of one name that cannot be told as one.
    """
    found = dict(one)
    for keyword, value in two.items():
        if keyword not in found or keyword in REMARKS or same(found[keyword], value):
            found[keyword] = value
        else:
            found[keyword] = _both(keyword, found[keyword], value, path)
    return found


def _both(keyword: str, one: Any, two: Any, path: str) -> Any:
    match keyword:
        case "minimum" | "exclusiveMinimum" | "minLength" | "minItems":
            return max(one, two)
        case "maximum" | "exclusiveMaximum" | "maxLength" | "maxItems":
            return min(one, two)
        case "required":
            return [*one, *(key for key in two if key not in one)]
        case "properties":
            shared = {key: {"allOf": [one[key], two[key]]} for key in one if key in two}
            return {**one, **two, **shared}
        case "enum":
            return [value for value in one if among(value, two)]
        case "type":
            return _types(one, two)
        case "items":
            return {"allOf": [one, two]}
        case "anyOf":
            return [{"allOf": [first, second]} for first in one for second in two]
        case "multipleOf":
            return _multiple(one, two)
        case "additionalProperties":
            return one if one is False else two
        case "nullable":
            return one and two
        case "allOf":
            return [*one, *two]
    mend = f"write one {keyword!r} there"
    raise GrammarError(path, f"{keyword!r} is {one!r} and {two!r} at once", mend)


def _types(one: Any, two: Any) -> list[str]:
    """Return the types in both lists; an integer is a number too."""
    ours, theirs = ([kind] if isinstance(kind, str) else kind for kind in (one, two))
    both = [kind for kind in ours if kind in theirs]
    if "integer" in (*ours, *theirs) and "integer" not in both:
        wide = ours if "integer" in theirs else theirs
        both += ["integer"] if "number" in wide else []
    return both


def _multiple(one: Any, two: Any) -> int | float:
    """Return the least number that is a multiple of both."""
    ours, theirs = Fraction(str(one)), Fraction(str(two))
    below = ours.denominator * theirs.denominator
    above = math.lcm(
        ours.numerator * theirs.denominator, theirs.numerator * ours.denominator
    )
    least = Fraction(above, below)
    return int(least) if least.denominator == 1 else float(least)
