"""Strategies for types: Hypothesis' own, but for steps and patterns, which are ours."""

import dataclasses
import math
import re
import types
from fractions import Fraction
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

import annotated_types as bounds

from ldc.ir import Pattern
from ldc.jail.values import Misfit, encode

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

NUMBERS = (int, float)


def of_type(declared: Any) -> "SearchStrategy[Any]":
    """Return a strategy of the values of a closed type, no live objects among them.

    Hypothesis knows no steps and not our patterns. The floats of a step are those that
    a grammar writes: 0.3, and not 0.30000000000000004.
    """
    from hypothesis import strategies as st

    if not _is_ours(declared):
        return st.from_type(declared)
    if dataclasses.is_dataclass(declared):
        kind: Any = declared
        hints = _hints(kind)
        return st.builds(kind, **{name: of_type(hints[name]) for name in hints})
    origin, args = get_origin(declared), get_args(declared)
    if origin is Annotated:
        regex = [m.regex for m in declared.__metadata__ if isinstance(m, Pattern)]
        inner: SearchStrategy[Any]
        if args[0] in NUMBERS:
            inner = _steps(declared)
        elif regex:
            inner = st.from_regex(re.compile(regex[0], re.ASCII), fullmatch=True)
        else:
            inner = of_type(args[0])
        return inner.filter(lambda value: fits(value, declared))
    if origin is tuple and args[-1] is Ellipsis:
        return st.lists(of_type(args[0]), max_size=6).map(tuple)
    members = map(of_type, args)
    return st.tuples(*members) if origin is tuple else st.one_of(*members)


def fits(value: Any, declared: Any) -> bool:
    """Say whether a value is of a type, and within its bounds."""
    try:
        encode(value, declared)
    except Misfit:
        return False
    return True


def _is_ours(declared: Any) -> bool:
    """Say whether a bound that Hypothesis does not know is somewhere in a type."""
    if dataclasses.is_dataclass(declared):
        return any(map(_is_ours, _hints(declared).values()))
    origin, args = get_origin(declared), get_args(declared)
    if origin is Annotated:
        found = {type(entry) for entry in declared.__metadata__}
        if args[0] in NUMBERS:
            return bounds.MultipleOf in found and None not in _limits(declared)
        return Pattern in found or _is_ours(args[0])
    return origin in (tuple, Union, types.UnionType) and any(map(_is_ours, args))


def _steps(declared: Any) -> "SearchStrategy[int | float]":
    """Return the multiples between the bounds; the bounds themselves may be open."""
    from hypothesis import strategies as st

    low, high = _limits(declared)
    step = next(
        Fraction(str(entry.multiple_of))
        for entry in declared.__metadata__
        if isinstance(entry, bounds.MultipleOf)
    )
    first, last = math.ceil(Fraction(str(low)) / step), Fraction(str(high)) // step
    kind = get_args(declared)[0]
    return st.integers(first, last).map(lambda number: kind(step * number))


def _limits(declared: Any) -> tuple[Any, Any]:
    """Return the bounds of a number, open ones too; None where there is none."""
    flat = [
        part
        for entry in declared.__metadata__
        for part in (entry if isinstance(entry, bounds.GroupedMetadata) else (entry,))
    ]
    low = [getattr(part, "ge", getattr(part, "gt", None)) for part in flat]
    high = [getattr(part, "le", getattr(part, "lt", None)) for part in flat]
    return (
        max((limit for limit in low if limit is not None), default=None),
        min((limit for limit in high if limit is not None), default=None),
    )


def _hints(kind: Any) -> dict[str, Any]:
    hints = get_type_hints(kind, include_extras=True)
    return {field.name: hints[field.name] for field in dataclasses.fields(kind)}
