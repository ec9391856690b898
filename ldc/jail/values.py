"""Takes values through JSON and back, by their exact declared type.

`bool` is not `int` here, a subclass is not its base, and bounds hold in both
directions. A record crosses as the list of its fields, an enum as its name, a literal
as its place, a union as [which member, value].
"""

import dataclasses
import enum
import math
import types
from collections.abc import Callable
from functools import lru_cache
from typing import (
    Annotated,
    Any,
    Literal,
    NamedTuple,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from ldc.jail.bounds import checks
from ldc.jail.swift import sender, swift
from ldc.spelling import is_record, record_fields

MAX_BITS = 4096
"""Widest integer."""

MAX_ITEMS = 100_000
"""Longest tuple, and longest string in characters."""


class Misfit(ValueError):
    """A value that is not of the declared type; says both."""

    def __init__(self, value: object, declared: str) -> None:
        super().__init__(f"{shown(value)} is not {declared}")


class NoCodec(TypeError):
    """A type that cannot cross; says which types can."""

    def __init__(self, declared: object) -> None:
        super().__init__(
            f"type {spelled(declared)} cannot cross into the jail; bool, int, float, "
            "str, Literal, Enum, tuple, Optional, frozen dataclasses, NamedTuples can"
        )


class Codec(NamedTuple):
    """The two directions for one type; both raise Misfit."""

    encode: Callable[[Any], Any]
    """Value -> what `json.dumps` takes."""
    decode: Callable[[Any], Any]
    """What `json.loads` gave -> value."""


def encode(value: Any, declared: Any) -> Any:
    """Return the JSON form of a value of that type; raises Misfit, NoCodec."""
    return codec(declared).encode(value)


def decode(data: Any, declared: Any) -> Any:
    """Return the value of that type from its JSON form; raises Misfit, NoCodec."""
    return codec(declared).decode(data)


def shown(value: object) -> str:
    """Return the value by `repr`, cut at 200 characters."""
    text = repr(value)
    return text if len(text) <= 200 else text[:197] + "..."


def spelled(declared: Any) -> str:
    """Return a type as a person would write it."""
    return declared.__name__ if isinstance(declared, type) else repr(declared)


@lru_cache(maxsize=4096)
def codec(declared: Any) -> Codec:
    """Return both directions for a type, made once; raises NoCodec."""
    return Codec(*swift(declared, parts, MAX_ITEMS, MAX_BITS))


@lru_cache(maxsize=4096)
def sent(declared: Any) -> Callable[[Any], Any]:
    """Return the way into a worker; its values are rebuilt there. Raises NoCodec."""
    return sender(declared, parts, MAX_ITEMS, MAX_BITS)


@lru_cache(maxsize=4096)
def parts(declared: Any) -> Codec:
    """Return both directions, put together from those of its parts; raises NoCodec."""
    if declared in _SCALARS:
        return _scalar(*_SCALARS[declared])
    origin, args = get_origin(declared), get_args(declared)
    if origin is Annotated:
        return _bounded(declared, parts(args[0]), declared.__metadata__)
    if origin is Literal:
        return _literal(declared, args)
    if origin is tuple:
        if len(args) == 2 and args[1] is Ellipsis:
            return _row(declared, parts(args[0]))
        return _tuple(declared, tuple(parts(arg) for arg in args if arg != ()))
    if origin in (Union, types.UnionType):
        # Unions that differ in order only are equal, also as keys of this cache.
        return _union(declared, tuple(parts(arg) for arg in sorted(args, key=repr)))
    if isinstance(declared, type) and issubclass(declared, enum.Enum):
        return _enum(declared)
    if is_record(declared):
        return _record(declared)
    raise NoCodec(declared)


def _fits_int(value: Any) -> bool:
    return type(value) is int and value.bit_length() <= MAX_BITS


def _fits_float(value: Any) -> bool:
    return type(value) is float and math.isfinite(value)


def _fits_str(value: Any) -> bool:
    if type(value) is not str or len(value) > MAX_ITEMS:
        return False
    return value.isascii() or not any("\ud800" <= c <= "\udfff" for c in value)


_SCALARS: dict[Any, tuple[Callable[[Any], bool], str]] = {
    bool: (lambda value: type(value) is bool, "a bool"),
    int: (_fits_int, f"an int of at most {MAX_BITS} bits"),
    float: (_fits_float, "a finite float"),
    str: (_fits_str, f"an encodable str of at most {MAX_ITEMS} characters"),
    type(None): (lambda value: value is None, "None"),
}


def _scalar(fits: Callable[[Any], bool], named: str) -> Codec:
    def both(value: Any) -> Any:
        if not fits(value):
            raise Misfit(value, named)
        return value

    return Codec(both, both)


def _literal(declared: Any, members: tuple[Any, ...]) -> Codec:
    places = {(type(member), member): i for i, member in enumerate(members)}

    def encode(value: Any) -> int:
        try:
            return places[type(value), value]
        except (KeyError, TypeError):
            raise Misfit(value, spelled(declared)) from None

    def decode(data: Any) -> Any:
        if type(data) is not int or not 0 <= data < len(members):
            raise Misfit(data, f"a place in {spelled(declared)}")
        return members[data]

    return Codec(encode, decode)


def _enum(declared: type[enum.Enum]) -> Codec:
    members = declared.__members__

    def encode(value: Any) -> str:
        if type(value) is not declared:
            raise Misfit(value, f"a {spelled(declared)}")
        return value.name

    def decode(data: Any) -> enum.Enum:
        if type(data) is not str or data not in members:
            raise Misfit(data, f"the name of a {spelled(declared)}")
        return members[data]

    return Codec(encode, decode)


def _row(declared: Any, item: Codec) -> Codec:
    encode_item, decode_item = item

    def encode(value: Any) -> list[Any]:
        if type(value) is not tuple or len(value) > MAX_ITEMS:
            raise Misfit(value, spelled(declared))
        return [encode_item(part) for part in value]

    def decode(data: Any) -> tuple[Any, ...]:
        if type(data) is not list or len(data) > MAX_ITEMS:
            raise Misfit(data, spelled(declared))
        return tuple([decode_item(part) for part in data])

    return Codec(encode, decode)


def _tuple(declared: Any, items: tuple[Codec, ...]) -> Codec:
    size = len(items)
    encoders = [item.encode for item in items]
    decoders = [item.decode for item in items]

    def encode(value: Any) -> list[Any]:
        if type(value) is not tuple or len(value) != size:
            raise Misfit(value, spelled(declared))
        return [one(part) for one, part in zip(encoders, value, strict=True)]

    def decode(data: Any) -> tuple[Any, ...]:
        if type(data) is not list or len(data) != size:
            raise Misfit(data, spelled(declared))
        return tuple([one(part) for one, part in zip(decoders, data, strict=True)])

    return Codec(encode, decode)


def _union(declared: Any, members: tuple[Codec, ...]) -> Codec:
    def encode(value: Any) -> list[Any]:
        for i, member in enumerate(members):
            try:
                return [i, member.encode(value)]
            except Misfit:
                continue
        raise Misfit(value, spelled(declared))

    def decode(data: Any) -> Any:
        if type(data) is not list or len(data) != 2 or type(data[0]) is not int:
            raise Misfit(data, spelled(declared))
        if not 0 <= data[0] < len(members):
            raise Misfit(data, spelled(declared))
        return members[data[0]].decode(data[1])

    return Codec(encode, decode)


def _record(declared: Any) -> Codec:
    params = getattr(declared, "__dataclass_params__", None)
    if params:
        given = all(field.init for field in dataclasses.fields(declared))
        if not (params.frozen and given):
            raise NoCodec(declared)
    hints = get_type_hints(declared, include_extras=True)
    names = [name for name, _ in record_fields(declared)]
    if any(isinstance(hint, dataclasses.InitVar) for hint in hints.values()):
        raise NoCodec(declared)
    inner = _tuple(declared, tuple(parts(hints[name]) for name in names))

    def encode(value: Any) -> Any:
        if type(value) is not declared:
            raise Misfit(value, f"a {spelled(declared)}")
        fields = tuple([getattr(value, name) for name in names])
        return inner.encode(fields)

    def decode(data: Any) -> Any:
        values = inner.decode(data)
        return declared(**dict(zip(names, values, strict=True)))

    return Codec(encode, decode)


def _bounded(declared: Any, inner: Codec, metadata: tuple[Any, ...]) -> Codec:
    demands = [check for entry in metadata for check in checks(entry)]
    if not demands:
        return inner

    def encode(value: Any) -> Any:
        data = inner.encode(value)
        if not all(check(value) for check in demands):
            raise Misfit(value, _spelled_bounds(declared))
        return data

    def decode(data: Any) -> Any:
        value = inner.decode(data)
        if not all(check(value) for check in demands):
            raise Misfit(value, _spelled_bounds(declared))
        return value

    return Codec(encode, decode)


def _spelled_bounds(declared: Any) -> str:
    limits = [m for m in declared.__metadata__ if checks(m)]
    return f"{spelled(get_args(declared)[0])} with {', '.join(map(repr, limits))}"
