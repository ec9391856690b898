"""JSON's numbers and strings as productions."""

from fractions import Fraction
from typing import Any

import annotated_types as at

from ldc.constrain.forms import Production
from ldc.constrain.language import longest, tree
from ldc.constrain.limits import Limits
from ldc.constrain.scalars import LONGEST, floats, integers, texts
from ldc.constrain.schema.bounds import Bounds
from ldc.constrain.schema.merge import Schema
from ldc.errors import GrammarError

_MONTHS = (
    "((0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])"
    "|(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)"
)
_HOURS = "([01][0-9]|2[0-3]):[0-5][0-9]"
_DATE = f"[0-9]{{4}}-{_MONTHS}"
_TIME = f"{_HOURS}:[0-5][0-9](Z|[+-]{_HOURS})"
_HEX = "[0-9a-f]"

FORMATS = {
    "date": _DATE,
    "time": _TIME,
    "date-time": f"{_DATE}T{_TIME}",
    "uuid": f"{_HEX}{{8}}-{_HEX}{{4}}-{_HEX}{{4}}-{_HEX}{{4}}-{_HEX}{{12}}",
}
"""Formats that say every character. No date is the 29th of February."""


def number(schema: Schema, path: str, bounds: Bounds | None, whole: bool) -> Production:
    """Return the numbers of a schema.

    Args:
        schema: With `minimum`, `exclusiveMinimum`, `multipleOf` and their like.
        path: Where it stands.
        bounds: For what it leaves open; None for nothing.
        whole: Whether it is of integers.

    Raises:
        GrammarError: it is open without `bounds`, or has too many values.
    """
    lows = _edges(schema, ("minimum", at.Ge), ("exclusiveMinimum", at.Gt))
    highs = _edges(schema, ("maximum", at.Le), ("exclusiveMaximum", at.Lt))
    step = schema.get("multipleOf", None if whole else bounds and bounds.step)
    if bounds is None and not (lows and highs and (whole or step)):
        mend = "write minimum and maximum" + ("" if whole else ", and multipleOf")
        raise GrammarError(path, "the number has no bounds", mend)
    if bounds is not None:
        first, last = (
            max((edge for edge, _ in lows), default=None),
            min((edge for edge, _ in highs), default=None),
        )
        low, high = bounds.span(first, last)
        lows, highs = lows or [(low, at.Ge)], highs or [(high, at.Le)]
    checks = tuple(kind(_plain(edge)) for edge, kind in (*lows, *highs))
    limits = Limits(checks=checks, steps=() if step is None else (step,))
    return integers(limits, path) if whole else floats(limits, path)


def _edges(schema: Schema, *kinds: tuple[str, Any]) -> list[tuple[Fraction, Any]]:
    return [
        (Fraction(str(schema[keyword])), kind)
        for keyword, kind in kinds
        if keyword in schema
    ]


def _plain(edge: Fraction) -> int | float:
    return int(edge) if edge.denominator == 1 else float(edge)


def text(schema: Schema, path: str, bounds: Bounds | None) -> Production:
    """Return the texts of a schema, never longer than `LONGEST`.

    Args:
        schema: With `pattern`, `minLength`, `maxLength`, `format`.
        path: Where it stands.
        bounds: For what it leaves open; None for nothing.

    Raises:
        GrammarError: it is open without `bounds`, or its pattern has no grammar.
    """
    least, most = schema.get("minLength", 0), schema.get("maxLength")
    regex = FORMATS.get(schema.get("format", ""), "")
    if "pattern" in schema:
        regex = _whole(schema["pattern"])
    open_ended = not regex or longest(tree(regex, least, -1, path)) < 0
    if most is None and open_ended:
        if bounds is None:
            raise GrammarError(
                path, "the string may be of any length", "write maxLength"
            )
        most = max(bounds.text, least)
    if most is not None:
        most = min(most, max(LONGEST, least))
    return texts(
        Limits(least=least, most=most, patterns=(regex,) if regex else ()), path
    )


def _whole(pattern: str) -> str:
    """Return a pattern that may match anywhere as one that matches as a whole."""
    begins, ends = (
        pattern.startswith("^"),
        pattern.endswith("$") and not pattern.endswith("\\$"),
    )
    inner = pattern[begins : len(pattern) - ends]
    anything = r"[\x00-\U0010ffff]*"
    return f"{'' if begins else anything}(?:{inner}){'' if ends else anything}"
