"""All values of a small type, found by trying candidates against it one by one."""

import dataclasses
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import annotated_types as at

from ldc.ir import Live, Pattern

Objects = Mapping[str, Any]

LETTERS = "ab'\"\\\né1"
"""What candidates for texts are made of, up to three of them."""


def fits(value: Any, kind: Any, live: Objects) -> bool:
    """Return whether a value is of a type, exactly."""
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated:
        keeps = (_keeps(value, limit, live) for limit in parts[1:])
        return fits(value, parts[0], live) and all(keeps)
    if origin is Literal:
        return any(type(value) is type(one) and value == one for one in parts)
    if origin in (Union, UnionType):
        return any(fits(value, part, live) for part in parts)
    if kind in (None, NoneType):
        return value is None
    if is_record(kind):
        return type(value) is kind and all(
            fits(getattr(value, name), part, live) for name, part in hints(kind).items()
        )
    if origin is not tuple:
        return type(value) is kind
    if type(value) is not tuple:
        return False
    if parts[-1:] == (Ellipsis,):
        return all(fits(item, parts[0], live) for item in value)
    same = len(value) == len(parts)
    return same and all(
        fits(v, part, live) for v, part in zip(value, parts, strict=True)
    )


def _keeps(value: Any, limit: Any, live: Objects) -> bool:
    match limit:
        case at.Ge(ge=edge):
            return bool(value >= edge)
        case at.Gt(gt=edge):
            return bool(value > edge)
        case at.Le(le=edge):
            return bool(value <= edge)
        case at.Lt(lt=edge):
            return bool(value < edge)
        case at.MultipleOf(multiple_of=step):
            return bool(abs(value / step - round(value / step)) < 1e-9)
        case at.MinLen(min_length=length):
            return len(value) >= length
        case at.MaxLen(max_length=length):
            return len(value) <= length
        case Pattern(regex=regex):
            return re.fullmatch(regex, value) is not None
        case at.GroupedMetadata():
            return all(_keeps(value, one, live) for one in limit)
        case Live(group=group):
            return any(type(value) is type(v) and value == v for v in live[group])
    raise NotImplementedError(limit)


@cache
def accepts(kind: Any, carried: Any) -> bool:
    """Return whether a variable of one type may stand for a parameter of another.

    That is: all values of its type fit, and it is as live as the parameter asks.
    """
    if kind == carried or is_record(kind) or is_record(carried):
        return bool(kind == carried)
    asked, own = _groups(kind), _groups(carried)
    values = listed(carried, dict.fromkeys(own, range(-500, 500)))
    live = {g: range(-500, 500) if g in own else () for g in asked}
    return bool(values) and all(fits(value, kind, live) for value in values)


def _groups(kind: Any) -> set[str]:
    marks = {m.group for m in getattr(kind, "__metadata__", ()) if isinstance(m, Live)}
    return marks.union(*(_groups(part) for part in get_args(kind)))


def listed(kind: Any, live: Objects) -> list[Any]:
    """List all values of a type; numbers within ±500, in steps of 0.05 for floats."""
    return [value for value in _near(kind, live) if fits(value, kind, live)]


def _near(kind: Any, live: Objects) -> Iterable[Any]:
    """List more than the values of a type, to be sieved by `fits`."""
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated and get_args(parts[0])[-1:] == (Ellipsis,):
        item = get_args(parts[0])[0]
        lengths = [m for m in parts[1:] if isinstance(m, at.MaxLen | at.Len)]
        most = lengths[0].max_length or 0
        rows = (_rows([item] * n, live) for n in range(most + 1))
        return itertools.chain.from_iterable(rows)
    if origin is Annotated:
        return _near(parts[0], live)
    if origin is Literal:
        return parts
    if origin in (Union, UnionType):
        return itertools.chain.from_iterable(listed(part, live) for part in parts)
    if origin is tuple:
        return _rows(parts, live)
    if is_record(kind):
        return [kind(*row) for row in _rows(hints(kind).values(), live)]
    if kind is str:
        rows = (itertools.product(LETTERS, repeat=n) for n in range(4))
        return ["".join(row) for row in itertools.chain.from_iterable(rows)]
    if kind is float:
        return [n / 20 for n in range(-100, 101)]
    if isinstance(kind, type) and issubclass(kind, Enum):
        return list(kind)
    return {bool: [False, True], int: range(-500, 501)}.get(kind, [None])


def _rows(parts: Iterable[Any], live: Objects) -> Iterator[tuple[Any, ...]]:
    return itertools.product(*(listed(part, live) for part in parts))


def is_record(kind: Any) -> bool:
    """Return whether a type is a dataclass or a named tuple."""
    return dataclasses.is_dataclass(kind) or hasattr(kind, "_fields")


def hints(kind: Any) -> dict[str, Any]:
    """Return the types of a record's fields."""
    return get_type_hints(kind, include_extras=True)


def spelled(value: Any) -> str:
    """Spell a value as the source of a call would."""
    if isinstance(value, Enum):
        return str(value)
    if is_record(type(value)):
        plain = _defaults(type(value))
        told = [
            f"{name}={spelled(getattr(value, name))}"
            for name in hints(type(value))
            if name not in plain or repr(plain[name]) != repr(getattr(value, name))
        ]
        return f"{type(value).__name__}({', '.join(told)})"
    if isinstance(value, tuple):
        inner = ", ".join(map(spelled, value))
        return f"({inner},)" if len(value) == 1 else f"({inner})"
    return repr(value)


def _defaults(kind: Any) -> dict[str, Any]:
    if dataclasses.is_dataclass(kind):
        given = {field.name: field.default for field in dataclasses.fields(kind)}
        return {k: v for k, v in given.items() if v is not dataclasses.MISSING}
    return dict(kind._field_defaults)
