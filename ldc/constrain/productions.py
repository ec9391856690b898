"""Makes productions, pruned of what has no value, and calls from a table of them."""

import random
from collections.abc import Iterable, Mapping
from typing import Any

from ldc.constrain.forms import (
    NOTHING,
    Choice,
    Decimals,
    Either,
    Head,
    Production,
    Range,
    Record,
    Repeat,
    Sequence,
    Slot,
    Text,
)
from ldc.constrain.values import count, holds, is_default, may_be, nth, nth_way, ways
from ldc.ir import spell

__all__ = [
    "EMPTY_TUPLE",
    "NOTHING",
    "Choice",
    "Decimals",
    "Either",
    "Head",
    "Production",
    "Range",
    "Record",
    "Repeat",
    "Sequence",
    "Slot",
    "Text",
    "call_text",
    "choice",
    "count",
    "draw",
    "either",
    "holds",
    "is_default",
    "may_be",
    "nth",
    "nth_way",
    "record",
    "repeat",
    "sequence",
    "spare",
    "ways",
]


def choice(values: Iterable[Any]) -> Choice:
    """Return the values as a choice, each spelling once, in order."""
    listed = {spell(value): value for value in values}
    return Choice(tuple(listed), tuple(listed.values()))


EMPTY_TUPLE = choice([()])


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


def record(kind: type, slots: tuple[Slot, ...]) -> Production:
    """Return a record, pruned: nothing if a field has neither value nor default."""
    return Record(kind, slots) if all(map(ways, slots)) else NOTHING


def either(options: Iterable[Production]) -> Production:
    """Return the union, pruned; listed values are merged into one choice."""
    kept: list[Production] = []
    listed: list[Any] = []
    for option in options:
        if isinstance(option, Choice):
            listed += option.values
        elif isinstance(option, Either):
            kept += [part for part in option.options if part not in kept]
        elif option not in kept:
            kept.append(option)
    merged = choice(v for v in listed if not any(holds(part, v) for part in kept))
    if merged.values:
        kept.insert(0, merged)
    return kept[0] if len(kept) == 1 else Either(tuple(kept)) if kept else NOTHING


def spare(production: Production, value: Any) -> Production:
    """Return the production without one value; each other value keeps its spelling."""
    if not holds(production, value):
        return production
    match production:
        case Choice(values=values):
            return choice(v for v in values if spell(v) != spell(value))
        case Range(low=low, high=high, step=step):
            return either(
                Range(first, last, step)
                for first, last in ((low, value - step), (value + step, high))
                if first <= last
            )
        case Decimals(low=low, high=high, step=step, places=places):
            here = round(value * 10**places)
            return either(
                Decimals(first, last, step, places)
                for first, last in ((low, here - step), (here + step, high))
                if first <= last
            )
        case Text(regex=regex, least=least, most=most, barred=barred):
            return Text(regex, least, most, (*barred, value))
        case Sequence(items=items):
            return _spare_item(items, value)
        case Repeat(item=item, least=least, most=most):
            length = len(value)
            return either(
                (
                    repeat(item, least, length - 1),
                    _spare_item((item,) * length, value),
                    repeat(item, length + 1, most),
                )
            )
        case Record(kind=kind, slots=slots):
            return _spare_field(kind, slots, value)
        case Either(options=options):
            return either(spare(option, value) for option in options)


def _spare_item(items: tuple[Production, ...], value: tuple[Any, ...]) -> Production:
    """Return the tuples that differ from one: first at item 0, or first at 1, ..."""
    return either(
        sequence(
            (
                *(choice([same]) for same in value[:i]),
                spare(items[i], value[i]),
                *items[i + 1 :],
            )
        )
        for i in range(len(items))
    )


def _spare_field(kind: type, slots: tuple[Slot, ...], value: Any) -> Production:
    """Return the records that differ from one: first at field 0, or first at 1, ..."""
    found = []
    for i, slot in enumerate(slots):
        same = tuple(_only(before, getattr(value, before.name)) for before in slots[:i])
        found.append(record(kind, (*same, _but(slot, value), *slots[i + 1 :])))
    return either(found)


def _only(slot: Slot, value: Any) -> Slot:
    left_out = is_default(slot, value)
    written = NOTHING if left_out else choice([value])
    default = slot.default if left_out else NOTHING
    return Slot(slot.name, written, slot.spelled, slot.annotation, default)


def _but(slot: Slot, value: Any) -> Slot:
    here = getattr(value, slot.name)
    written = spare(slot.production, here)
    default = NOTHING if is_default(slot, here) else slot.default
    return Slot(slot.name, written, slot.spelled, slot.annotation, default)


def draw(head: Head, rng: random.Random) -> dict[str, Any]:
    """Draw each argument of a function uniformly: parameter -> value."""
    return {slot.name: nth_way(slot, rng.randrange(ways(slot))) for slot in head.slots}


def call_text(head: Head, given: Mapping[str, Any]) -> str:
    r"""Return the completion text of a call: ` name(state=state, prey=2)\n`.

    An argument that is the default is left out.
    """
    inner = ", ".join(
        f"{slot.name}={spell(given[slot.name])}"
        for slot in head.slots
        if not is_default(slot, given[slot.name])
    )
    return f" {head.alias}({inner})\n"
