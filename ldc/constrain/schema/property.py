"""What a JSON property is in the rule table: its own key, in words, and absence."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, Final

from ldc.constrain.forms import Slot
from ldc.spelling import record_fields


class Absence:
    """The type of `ABSENT`."""

    def __repr__(self) -> str:
        return "nothing"


ABSENT: Final = Absence()
"""Stands for a property that is left out and has no default; a call never writes it."""

KEY = "key"
"""Of the metadata of a dataclass field, where the property's key is no Python name."""


@dataclass(frozen=True, slots=True)
class Property:
    """Stands as a slot's annotation: a property of an object."""

    key: str
    """As JSON has it; the slot's name is a Python name near it."""
    words: str
    """What it may be, in a few words."""

    def __repr__(self) -> str:
        return self.words


def key_of(slot: Slot) -> str:
    """Return the JSON key of a parameter or field."""
    told = slot.annotation
    return told.key if isinstance(told, Property) else slot.name


def keyed(record: Any) -> Iterator[tuple[str, Any]]:
    """Yield the JSON key and the value of each field of a record."""
    keys = {}
    if is_dataclass(record):
        keys = {one.name: one.metadata.get(KEY, one.name) for one in fields(record)}
    for name, _ in record_fields(type(record)):
        yield keys.get(name, name), getattr(record, name)
