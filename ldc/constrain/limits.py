"""What the metadata of an `Annotated` says, and the errors for what no grammar can."""

import dataclasses
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar, get_origin

import annotated_types as at

from ldc.errors import GrammarError
from ldc.ir import Live, Pattern

BOUNDS = (at.Ge, at.Gt, at.Le, at.Lt)


@dataclass(frozen=True, slots=True)
class Limits:
    """What the metadata of one `Annotated` says."""

    checks: tuple[Any, ...] = ()
    """Ge, Gt, Le, Lt: bounds."""
    steps: tuple[Any, ...] = ()
    """The numbers that the value is a multiple of."""
    least: int = 0
    most: int | None = None
    """Length of a tuple or text; None for no upper bound."""
    patterns: tuple[str, ...] = ()
    """Expressions that a text matches."""
    group: str | None = None
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


def limits_of(metadata: Iterable[Any], where: str) -> Limits:
    """Read the metadata of an `Annotated`; refuse what would be silently dropped.

    Raises:
        GrammarError: a limit that no grammar keeps, or a bound that is no number.
    """
    checks, steps, patterns, group = [], [], [], None
    least, most = 0, None
    for item in _flat(metadata):
        match item:
            case at.Ge() | at.Gt() | at.Le() | at.Lt():
                checks.append(item)
                for field in dataclasses.fields(item):
                    _number(getattr(item, field.name), item, where)
            case at.MultipleOf(multiple_of=step):
                _number(step, item, where, above=0)
                steps.append(step)
            case at.MinLen(min_length=length):
                least = max(least, length)
            case at.MaxLen(max_length=length):
                most = length if most is None else min(most, length)
            case Pattern(regex=regex):
                patterns.append(regex)
            case Live(group=name):
                group = name
            case str() | at.DocInfo():
                pass
            case _:
                mend = "use Ge, Gt, Le, Lt, Interval, MultipleOf, Len, Pattern or Live"
                raise GrammarError(where, f"no grammar for the limit {item!r}", mend)
    return Limits(tuple(checks), tuple(steps), least, most, tuple(patterns), group)


def _number(bound: Any, item: Any, where: str, above: float = -math.inf) -> None:
    fine = type(bound) in (int, float) and math.isfinite(bound) and bound > above
    if not fine:
        mend = "bound it by finite numbers, in steps above 0"
        raise GrammarError(where, f"no grammar for the limit {item!r}", mend)


def _flat(metadata: Iterable[Any]) -> Iterator[Any]:
    for item in metadata:
        if isinstance(item, at.GroupedMetadata) and not isinstance(item, at.DocInfo):
            yield from _flat(item)
        else:
            yield item


def refused(base: Any, why: str, mend: str, where: str) -> GrammarError:
    """Return the error for a type that has no grammar."""
    return GrammarError(where, f"no grammar for the type {told(base)!r}: {why}", mend)


def told(kind: Any) -> str:
    """Return a type by its name."""
    return getattr(kind, "__name__", None) or repr(kind)


def mend_of(kind: Any) -> str:
    """Say what to write instead of an open type."""
    origin = get_origin(kind) or kind
    if isinstance(kind, TypeVar):
        return "write the type itself; a call cannot say a type variable"
    if hasattr(kind, "__supertype__"):
        return (
            f"write {told(kind.__supertype__)} with its bounds; calls know no NewType"
        )
    if not isinstance(origin, type):
        return _CLOSED
    if issubclass(origin, Mapping):
        return "use a frozen dataclass, or a tuple of pairs"
    if (
        issubclass(origin, (list, set, frozenset))
        or origin.__module__ == "collections.abc"
    ):
        return "use a tuple of bounded length: Annotated[tuple[..., ...], MaxLen(4)]"
    return _CLOSED


_CLOSED = (
    "use annotated numbers and texts, bool, Literal, Enum, frozen dataclasses, or "
    "tuples of these, or name the parameter after the state or an earlier result"
)
