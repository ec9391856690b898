"""The values of a production: how many, which, and whether one is among them."""

import math
from fractions import Fraction
from typing import Any

from ldc.constrain.forms import (
    Choice,
    Decimals,
    Either,
    Production,
    Range,
    Record,
    Repeat,
    Sequence,
    Slot,
    Text,
)
from ldc.constrain.language import Language, language
from ldc.ir import spell


def texts_of(text: Text) -> Language:
    """Return the texts of a `Text`."""
    return language(text.regex, text.least, text.most, text.barred)


def count(production: Production) -> int:
    """Return how many values a production has."""
    match production:
        case Choice(texts=texts):
            return len(texts)
        case Range(low=low, high=high, step=step) | Decimals(low, high, step):
            return (high - low) // step + 1
        case Text():
            return texts_of(production).count()
        case Sequence(items=items):
            return math.prod(map(count, items))
        case Record(slots=slots):
            return math.prod(map(ways, slots))
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
        case Range(low=low, step=step):
            return low + index * step
        case Decimals(low=low, step=step, places=places):
            return (low + index * step) / 10**places
        case Text():
            return texts_of(production).nth(index)
        case Sequence(items=items):
            found = []
            for item in items:
                index, here = divmod(index, count(item))
                found.append(nth(item, here))
            return tuple(found)
        case Record(kind=kind, slots=slots):
            given = {}
            for slot in slots:
                index, here = divmod(index, ways(slot))
                given[slot.name] = nth_way(slot, here)
            return kind(**given)
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
        case Range(low=low, high=high, step=step):
            return type(value) is int and low <= value <= high and value % step == 0
        case Decimals():
            return type(value) is float and _in_steps(production, value)
        case Text():
            return type(value) is str and texts_of(production).holds(value)
        case Sequence(items=items):
            return (
                type(value) is tuple
                and len(value) == len(items)
                and all(map(holds, items, value))
            )
        case Record(kind=kind, slots=slots):
            return type(value) is kind and all(
                may_be(slot, getattr(value, slot.name)) for slot in slots
            )
        case Repeat(item=item, least=least, most=most):
            return (
                type(value) is tuple
                and least <= len(value) <= most
                and all(holds(item, part) for part in value)
            )
        case Either(options=options):
            return any(holds(option, value) for option in options)


def _in_steps(decimals: Decimals, value: float) -> bool:
    if not math.isfinite(value) or (value == 0 and math.copysign(1, value) < 0):
        return False
    units = Fraction(repr(value)) * 10**decimals.places
    inside = decimals.low <= units <= decimals.high
    return inside and bool(units % decimals.step == 0)


def ways(slot: Slot) -> int:
    """Return how many values a slot may have, its default among them."""
    return count(slot.production) + len(slot.default.texts)


def nth_way(slot: Slot, index: int) -> Any:
    """Return the value at an index below `ways(slot)`; the default is the last."""
    written = count(slot.production)
    if index < written:
        return nth(slot.production, index)
    return slot.default.values[index - written]


def may_be(slot: Slot, value: Any) -> bool:
    """Return whether a slot may have a value."""
    return is_default(slot, value) or holds(slot.production, value)


def is_default(slot: Slot, value: Any) -> bool:
    """Return whether a value is said by leaving the slot out."""
    return spell(value) in slot.default.texts
