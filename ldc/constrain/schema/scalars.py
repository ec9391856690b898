"""JSON's numbers and strings as productions."""

import math
from fractions import Fraction
from typing import Any

import annotated_types as at

from ldc.constrain.digits import endings
from ldc.constrain.forms import Production
from ldc.constrain.language import longest, tree
from ldc.constrain.limits import Limits
from ldc.constrain.scalars import EXACT, LONGEST, STEPS, floats, integers, texts
from ldc.constrain.schema.bounds import Bounds
from ldc.constrain.schema.merge import Schema
from ldc.constrain.schema.patterns import whole
from ldc.errors import GrammarError

_DAYS = (
    "((0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])"
    "|(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)"
)
_FOURTH = "(0[48]|[2468][048]|[13579][26])"
"""Two digits of a leap year, but 00."""
_LEAP = f"([0-9]{{2}}{_FOURTH}|({_FOURTH}|00)00)"
_HOURS = "([01][0-9]|2[0-3]):[0-5][0-9]"
_DATE = f"([0-9]{{4}}-{_DAYS}|{_LEAP}-02-29)"
_TIME = f"{_HOURS}:[0-5][0-9](\\.[0-9]{{1,9}})?([Zz]|[+-]{_HOURS})"
_HEX = "[0-9a-fA-F]"

FORMATS = {
    "date": _DATE,
    "time": _TIME,
    "date-time": f"{_DATE}[Tt]{_TIME}",
    "uuid": f"{_HEX}{{8}}-{_HEX}{{4}}-{_HEX}{{4}}-{_HEX}{{4}}-{_HEX}{{12}}",
}
"""Formats that say every character, as RFC 3339 and 4122 have them; other formats are
remarks."""


def number(
    schema: Schema, path: str, bounds: Bounds | None, integer: bool
) -> Production:
    """Return the numbers of a schema.

    Args:
        schema: With `minimum`, `exclusiveMinimum`, `multipleOf` and their like.
        path: Where it stands.
        bounds: For what it leaves open; None for nothing.
        integer: Whether it is of integers.

    Raises:
        GrammarError: it is open without `bounds`, or has too many values.
    """
    lows = _edges(schema, ("minimum", at.Ge), ("exclusiveMinimum", at.Gt))
    highs = _edges(schema, ("maximum", at.Le), ("exclusiveMaximum", at.Lt))
    step = schema.get("multipleOf")
    if bounds is None and not (lows and highs and (integer or step)):
        mend = "write minimum and maximum" + ("" if integer else ", and multipleOf")
        raise GrammarError(path, "the number has no bounds", mend)
    if bounds is not None:
        first, last = (
            max((edge for edge, _ in lows), default=None),
            min((edge for edge, _ in highs), default=None),
        )
        low, high = bounds.span(first, last)
        if integer and step and not endings(math.ceil(step)):
            low, high = _listable(low, high, Fraction(str(step)), first, last)
        lows, highs = lows or [(low, at.Ge)], highs or [(high, at.Le)]
        if step is None and not integer:
            step = _step(bounds, max(abs(low), abs(high)))
    checks = tuple(kind(_plain(edge)) for edge, kind in (*lows, *highs))
    limits = Limits(checks=checks, steps=() if step is None else (step,))
    return integers(limits, path) if integer else floats(limits, path)


def _listable(
    low: Fraction,
    high: Fraction,
    step: Fraction,
    first: Fraction | None,
    last: Fraction | None,
) -> tuple[Fraction, Fraction]:
    """Return ends so near that multiples which digits cannot tell are few enough.

    Only ends that the schema leaves open (`first` and `last` are None) are moved.
    """
    width = (STEPS - 2) * step.numerator
    if first is None and last is None:
        return max(low, Fraction(-width, 2)), min(high, Fraction(width, 2))
    if first is None:
        return max(low, high - width), high
    return low, min(high, low + width) if last is None else high


def _step(bounds: Bounds, widest: Fraction) -> float:
    """Return the step of floats that have none; that of large numbers is coarser."""
    step = Fraction(str(bounds.step))
    while step < 1 and widest / step >= EXACT:
        step *= 10
    return min(float(step), 1.0)


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
        regex = whole(schema["pattern"])
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
