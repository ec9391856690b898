"""From a type annotation to its production, or to an error that says the mend."""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import annotated_types as at

from ldc.constrain.productions import (
    Choice,
    Production,
    Range,
    choice,
    either,
    holds,
    repeat,
    sequence,
)
from ldc.errors import GrammarError, did_you_mean
from ldc.ir import Live

LISTED = 256
"""Integers up to this many are listed one by one; wider ranges become digits."""

STEPS = 4096
"""How many steps a float may have."""

Objects = Mapping[str, tuple[Any, ...]]
"""The live objects of one state by group."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What the metadata of one `Annotated` says."""

    checks: tuple[Any, ...]
    """Ge, Gt, Le, Lt: bounds."""
    steps: tuple[Any, ...]
    """The numbers that the value is a multiple of."""
    least: int
    most: int | None
    """Length of a tuple; None for no upper bound."""
    group: str | None
    """The live group; None for any value of the type."""

    def admits(self, value: Any) -> bool:
        """Return whether a number keeps the bounds."""
        return all(_keeps(check, value) for check in self.checks)

    def edges(self) -> tuple[Any, Any]:
        """Return the tightest lower and upper bound as written, None for none."""
        lows: list[Any] = [
            c.ge if isinstance(c, at.Ge) else c.gt for c in self._of(at.Ge, at.Gt)
        ]
        highs: list[Any] = [
            c.le if isinstance(c, at.Le) else c.lt for c in self._of(at.Le, at.Lt)
        ]
        return max(lows, default=None), min(highs, default=None)

    def _of(self, *kinds: type) -> list[Any]:
        return [check for check in self.checks if isinstance(check, kinds)]


def _keeps(check: Any, value: Any) -> bool:
    match check:
        case at.Ge(ge=edge):
            return bool(value >= edge)
        case at.Gt(gt=edge):
            return bool(value > edge)
        case at.Le(le=edge):
            return bool(value <= edge)
    return bool(value < check.lt)


def production_of(annotation: Any, live: Objects | None, where: str) -> Production:
    """Return what may stand for a type.

    Args:
        annotation: A closed type: annotated int or float, bool, None, Literal, Enum,
            tuple of these, or a union of these.
        live: The objects of a state by group; None for the grammar of all states,
            where a live argument may be any value within its bounds.
        where: The parameter, as errors name it.

    Raises:
        GrammarError: the type has values that no finite grammar can list.
    """
    if get_origin(annotation) is not Annotated:
        return _plain(annotation, Limits((), (), 0, None, None), live, where)
    base, *metadata = get_args(annotation)
    limits = _limits(metadata, where)
    production = _plain(base, limits, live, where)
    if limits.group is None or live is None:
        return production
    if limits.group not in live:
        raise GrammarError(
            where,
            f"no live group {limits.group!r}",
            did_you_mean(limits.group, list(live)),
        )
    return choice(v for v in live[limits.group] if holds(production, v))


def _plain(base: Any, limits: Limits, live: Objects | None, where: str) -> Production:
    """Return the production of a type whose `Annotated` layer is taken off."""
    origin, arguments = get_origin(base), get_args(base)
    if base is int:
        return _integers(limits, where)
    if base is float:
        return _floats(limits, where)
    if origin is tuple or base is tuple:
        return _tuples(arguments, limits, live, where)
    if limits.least or limits.most is not None:
        raise _refused(base, "a length fits a tuple only", "drop the length", where)
    if origin in (Union, UnionType) and not limits.checks and not limits.steps:
        return either(production_of(part, live, where) for part in arguments)
    return _listed(base, origin, arguments, limits, where)


def _listed(
    base: Any, origin: Any, arguments: tuple[Any, ...], limits: Limits, where: str
) -> Choice:
    """Return the values of a type that lists them itself."""
    if limits.steps:
        raise _refused(base, "a step fits a number only", "drop MultipleOf", where)
    if base is bool:
        values: Iterable[Any] = (False, True)
    elif base in (None, NoneType):
        values = (None,)
    elif origin is Literal:
        values = arguments
    elif isinstance(base, type) and issubclass(base, Enum):
        values = tuple(base)
    else:
        mend = (
            'list the texts: Literal["a", "b"]'
            if base is str
            else "use annotated numbers, bool, Literal, Enum, or tuples of these, "
            "or name the parameter after the state or an earlier result"
        )
        raise _refused(base, "its values cannot be listed", mend, where)
    return choice(filter(limits.admits, values))


def _integers(limits: Limits, where: str) -> Production:
    low, high = limits.edges()
    if low is None or high is None:
        mend = "bound it on both sides: Annotated[int, Ge(0), Le(9)]"
        raise _refused(int, "it has no bounds", mend, where)
    first, last = math.ceil(low), math.floor(high)
    first += not limits.admits(first) and first == low
    last -= not limits.admits(last) and last == high
    if last - first < LISTED or limits.steps:
        if last - first >= STEPS:
            mend = f"use a range of at most {STEPS} numbers, or no MultipleOf"
            raise _refused(int, f"{first}..{last} in steps is too wide", mend, where)
        return choice(
            n
            for n in range(first, last + 1)
            if all(n % step == 0 for step in limits.steps)
        )
    return Range(first, last)


def _floats(limits: Limits, where: str) -> Choice:
    low, high = limits.edges()
    if low is None or high is None or len(limits.steps) != 1:
        mend = "write Annotated[float, Ge(0), Le(1), MultipleOf(0.1)]"
        raise _refused(float, "it has no bounds or no step", mend, where)
    step = Fraction(str(limits.steps[0]))
    first = math.ceil(Fraction(str(low)) / step)
    last = math.floor(Fraction(str(high)) / step)
    if last - first >= STEPS:
        mend = f"use a larger step; at most {STEPS} values"
        raise _refused(float, f"{last - first + 1} values are too many", mend, where)
    values = (float(step * k) for k in range(first, last + 1))
    return choice(filter(limits.admits, values))


def _tuples(
    arguments: tuple[Any, ...], limits: Limits, live: Objects | None, where: str
) -> Production:
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        if limits.most is None:
            mend = "bound its length: Annotated[tuple[...], MaxLen(4)]"
            raise _refused(tuple, "it may be of any length", mend, where)
        item = production_of(arguments[0], live, where)
        return repeat(item, limits.least, limits.most)
    if not limits.least <= len(arguments) <= (limits.most or len(arguments)):
        mend = "drop the length of the fixed tuple"
        raise _refused(tuple, "it never has the length asked for", mend, where)
    return sequence(tuple(production_of(part, live, where) for part in arguments))


def _limits(metadata: list[Any], where: str) -> Limits:
    """Read the metadata of an `Annotated`; refuse what would be silently dropped."""
    checks, steps, group = [], [], None
    least, most = 0, None
    for item in _flat(metadata):
        match item:
            case at.Ge() | at.Gt() | at.Le() | at.Lt():
                checks.append(item)
            case at.MultipleOf(multiple_of=step):
                steps.append(step)
            case at.MinLen(min_length=length):
                least = max(least, length)
            case at.MaxLen(max_length=length):
                most = length if most is None else min(most, length)
            case Live(group=name):
                group = name
            case str() | at.DocInfo():
                pass
            case _:
                mend = "use Ge, Gt, Le, Lt, Interval, MultipleOf, Len or Live"
                raise GrammarError(where, f"no grammar for the limit {item!r}", mend)
    return Limits(tuple(checks), tuple(steps), least, most, group)


def _flat(metadata: Iterable[Any]) -> Iterator[Any]:
    for item in metadata:
        if isinstance(item, at.GroupedMetadata) and not isinstance(item, at.DocInfo):
            yield from _flat(item)
        else:
            yield item


def _refused(base: Any, why: str, mend: str, where: str) -> GrammarError:
    name = getattr(base, "__name__", None) or repr(base)
    return GrammarError(where, f"no grammar for the type {name!r}: {why}", mend)
