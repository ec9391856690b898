"""The rule table: what a grammar may write for a type, independent of any format.

A production is a finite set of Python values with one spelling each. Every format
(readable Lark, canonical tokens, exports) is rendered from these eight forms.
"""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Choice:
    """Values listed one by one; empty when nothing can be named."""

    texts: tuple[str, ...]
    """The spellings, no two alike."""
    values: tuple[Any, ...] = field(compare=False)
    """The values, in the order of `texts`; not compared, because `1 == True`."""


NOTHING = Choice((), ())


@dataclass(frozen=True, slots=True)
class Range:
    """Every multiple of `step` from low to high, both of which are, in digits."""

    low: int
    high: int
    step: int = 1
    """1, or what divides a power of ten (`digits.endings`)."""


@dataclass(frozen=True, slots=True)
class Decimals:
    """Floats in steps, in digits; all in units of the last decimal place."""

    low: int
    high: int
    """With 2 places, 125 is 1.25; both are multiples of `step`."""
    step: int
    places: int
    """At least 1; no value is between 0 and 0.0001, where `repr` writes `1e-05`."""


@dataclass(frozen=True, slots=True)
class Text:
    """Texts that match an expression, spelled as `repr` does (`language`, `quotes`)."""

    regex: str
    """In Python's syntax, ASCII mode; "" for any characters."""
    least: int
    most: int
    """Characters; -1 for as many as the expression allows."""
    barred: tuple[str, ...] = ()
    """Texts that are left out."""


@dataclass(frozen=True, slots=True)
class Sequence:
    """A tuple with one production an item; at least one item."""

    items: tuple["Production", ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    """A tuple of `least` to `most` items of one production; `most` is at least 1."""

    item: "Production"
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Either:
    """Any value of any option; the options share no spelling."""

    options: tuple["Production", ...]


@dataclass(frozen=True, slots=True)
class Record:
    """A frozen dataclass or `NamedTuple`: `Spot(x=1, y=2)`."""

    kind: type
    slots: tuple["Slot", ...]
    """Its fields, each with a value to write or to leave out."""


Production = Choice | Range | Decimals | Text | Sequence | Repeat | Either | Record
"""What may stand for one argument."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One parameter of a function, or field of a record, as the grammar writes it."""

    name: str
    production: Production
    """What is written; never the default, so that each value has one spelling."""
    spelled: str = field(compare=False)
    """The type as the source spells it."""
    annotation: Any = field(compare=False)
    default: Choice = NOTHING
    """The one value that is said by leaving the slot out; empty when it must stand."""


@dataclass(frozen=True, slots=True)
class Head:
    """One callable function: its name in the text and its slots."""

    alias: str
    slots: tuple[Slot, ...]
    function: str = field(compare=False)
    """The function's own name, which the text may replace by the alias."""
