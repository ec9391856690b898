"""How a call says a value: one text each, which Python reads back."""

import inspect
from collections.abc import Iterator
from dataclasses import MISSING, dataclass, fields, is_dataclass
from enum import Enum
from typing import Any, Final

REQUIRED: Final = inspect.Parameter.empty
"""Stands where a parameter or a field has no default."""


@dataclass(frozen=True, slots=True)
class Variable:
    """The state or an earlier result, named as an argument."""

    name: str

    def __repr__(self) -> str:
        return self.name


def spell(value: Any) -> str:
    """Return a value as Python reads it back, in the one way that a call may say it.

    That is `repr`, but `Colour.RED` for an enum, and a record, `Spot(x=1)`, without the
    fields that are as their default.

    Example:
        >>> spell((1, "red", None))
        "(1, 'red', None)"
    """
    if isinstance(value, Enum):
        return f"{type(value).__name__}.{value.name}"
    if type(value) is tuple:
        inside = ", ".join(map(spell, value))
        return f"({inside},)" if len(value) == 1 else f"({inside})"
    if is_record(type(value)):
        words = (
            (name, spell(getattr(value, name)), default)
            for name, default in record_fields(type(value))
        )
        told = (
            f"{name}={text}"
            for name, text, default in words
            if default is REQUIRED or text != spell(default)
        )
        return f"{type(value).__name__}({', '.join(told)})"
    return repr(value)


def is_record(kind: Any) -> bool:
    """Return whether a type is a dataclass of values, or a `NamedTuple`."""
    if not isinstance(kind, type) or kind is Variable:
        return False
    return is_dataclass(kind) or (issubclass(kind, tuple) and hasattr(kind, "_fields"))


def record_fields(kind: Any) -> Iterator[tuple[str, Any]]:
    """Yield each field of a record with its default, or with `REQUIRED`."""
    if is_dataclass(kind):
        for one in fields(kind):
            if one.default_factory is not MISSING:
                yield one.name, one.default_factory()
            else:
                yield one.name, REQUIRED if one.default is MISSING else one.default
    else:
        for name in kind._fields:
            yield name, kind._field_defaults.get(name, REQUIRED)
