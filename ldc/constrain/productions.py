"""The rule table: what a grammar may write for a type, independent of any format.

A production is a finite set of Python values with one spelling each. Every format
(readable Lark, canonical tokens) is rendered from these five forms.
"""

import ast
import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ldc.ir import spell


@dataclass(frozen=True, slots=True)
class Choice:
    """Values listed one by one; empty when nothing can be named."""

    texts: tuple[str, ...]
    """The spellings, no two alike."""
    values: tuple[Any, ...] = field(compare=False)
    """The values, in the order of `texts`; not compared, because `1 == True`."""


@dataclass(frozen=True, slots=True)
class Range:
    """Every integer from low to high, spelled in digits."""

    low: int
    high: int


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


Production = Choice | Range | Sequence | Repeat | Either
"""What may stand for one argument."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One parameter of a function as the grammar writes it."""

    name: str
    production: Production
    spelled: str = field(compare=False)
    """The type as the source spells it."""
    annotation: Any = field(compare=False)


@dataclass(frozen=True, slots=True)
class Head:
    """One callable function: its name in the text and its slots."""

    alias: str
    slots: tuple[Slot, ...]
    function: str = field(compare=False)
    """The function's own name, which the text may replace by the alias."""


def choice(values: Iterable[Any]) -> Choice:
    """Return the values as a choice, each spelling once, in order."""
    listed = {spell(value): value for value in values}
    return Choice(tuple(listed), tuple(listed.values()))


EMPTY_TUPLE = choice([()])
NOTHING = choice([])


def sequence(items: tuple[Production, ...]) -> Production:
    """Return a fixed tuple, pruned: nothing if one item has no value."""
    if not items:
        return EMPTY_TUPLE
    return Sequence(items) if all(map(count, items)) else NOTHING


def repeat(item: Production, least: int, most: int) -> Production:
    """Return a tuple of least..most items, pruned."""
    if most < least:
        return NOTHING
    if most == 0 or not count(item):
        return EMPTY_TUPLE if least == 0 else NOTHING
    return Repeat(item, least, most)


def either(options: Iterable[Production]) -> Production:
    """Return the union, pruned; listed values are merged into one choice."""
    kept: list[Production] = []
    listed: list[Any] = []
    for option in options:
        if isinstance(option, Choice):
            listed += option.values
        elif option not in kept:
            kept.append(option)
    merged = choice(listed)
    if merged.values:
        kept.insert(0, merged)
    return kept[0] if len(kept) == 1 else Either(tuple(kept)) if kept else NOTHING


def count(production: Production) -> int:
    """Return how many values a production has."""
    match production:
        case Choice(texts=texts):
            return len(texts)
        case Range(low=low, high=high):
            return high - low + 1
        case Sequence(items=items):
            total = 1
            for item in items:
                total *= count(item)
            return total
        case Repeat(item=item, least=least, most=most):
            base = count(item)
            return sum(base**length for length in range(least, most + 1))
        case Either(options=options):
            return sum(map(count, options))


def nth(production: Production, index: int) -> Any:
    """Return the value at an index below `count(production)`."""
    match production:
        case Choice(values=values):
            return values[index]
        case Range(low=low):
            return low + index
        case Sequence(items=items):
            found = []
            for item in items:
                index, here = divmod(index, count(item))
                found.append(nth(item, here))
            return tuple(found)
        case Repeat(item=item, least=least):
            base, length = count(item), least
            while index >= base**length:
                index -= base**length
                length += 1
            return nth(Sequence((item,) * length), index)
        case Either(options=options):
            for option in options[:-1]:
                if index < count(option):
                    return nth(option, index)
                index -= count(option)
            return nth(options[-1], index)


def holds(production: Production, value: Any) -> bool:
    """Return whether a value, by exact type, is one of the production's."""
    match production:
        case Choice(texts=texts):
            return spell(value) in texts
        case Range(low=low, high=high):
            return type(value) is int and low <= value <= high
        case Sequence(items=items):
            return (
                type(value) is tuple
                and len(value) == len(items)
                and all(map(holds, items, value))
            )
        case Repeat(item=item, least=least, most=most):
            return (
                type(value) is tuple
                and least <= len(value) <= most
                and all(holds(item, part) for part in value)
            )
        case Either(options=options):
            return any(holds(option, value) for option in options)


def source_of(node: ast.expr) -> str:
    """Return an expression as Python spells it; "..." when it is nested too deep."""
    try:
        return ast.unparse(node)
    except RecursionError:
        return "..."


def read(production: Production, node: ast.expr) -> Any:
    """Return the value that an expression spells.

    Raises:
        ValueError: the expression is none of the production's values.
    """
    match production, node:
        case Choice(texts=texts, values=values), _:
            return values[texts.index(source_of(node))]
        case Range(), _:
            value = int(source_of(node))
            if holds(production, value):
                return value
        case Sequence(items=items), ast.Tuple(elts=parts) if len(parts) == len(items):
            return tuple(map(read, items, parts))
        case Repeat(item=item, least=least, most=most), ast.Tuple(elts=parts):
            if least <= len(parts) <= most:
                return tuple(read(item, part) for part in parts)
        case Either(options=options), _:
            for option in options:
                try:
                    return read(option, node)
                except ValueError:
                    continue
    raise ValueError(source_of(node))


def draw(head: Head, rng: random.Random) -> dict[str, Any]:
    """Draw each argument of a function uniformly: parameter -> value."""
    return {
        slot.name: nth(slot.production, rng.randrange(count(slot.production)))
        for slot in head.slots
    }


def call_text(head: Head, given: Mapping[str, Any]) -> str:
    r"""Return the completion text of a call: ` name(state=state, prey=2)\n`."""
    inner = ", ".join(f"{slot.name}={spell(given[slot.name])}" for slot in head.slots)
    return f" {head.alias}({inner})\n"
