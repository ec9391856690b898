"""Writes the way back for what `swift.sender` has checked: one expression a call."""

from collections.abc import Callable, Mapping
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from ldc.jail.records import maker
from ldc.jail.swift import SCALARS, Parts
from ldc.spelling import is_record, record_fields


def rebuilder(
    types: Mapping[str, Any], parts: Parts
) -> Callable[[list[Any]], dict[str, Any]]:
    """Return what makes values by name of a list of data, in the order of the types.

    Args:
        types: Name -> type.
        parts: Asked for the types that are not known here.

    Raises:
        NoCodec: A type cannot cross.
    """
    space: dict[str, Any] = {}
    pairs = [
        f"{name!r}: {_value(declared, f'data[{place}]', space, parts)}"
        for place, (name, declared) in enumerate(types.items())
    ]
    made: Callable[[list[Any]], dict[str, Any]] = eval(
        f"lambda data: {{{', '.join(pairs)}}}", space
    )
    return made


def _value(declared: Any, data: str, space: dict[str, Any], parts: Parts) -> str:
    """Return the expression of a value, from that of its data."""
    decode = parts(declared)[1]  # raises NoCodec
    if declared is int or declared in SCALARS:
        return data
    origin, args = get_origin(declared), get_args(declared)
    if origin is Annotated:
        return _value(args[0], data, space, parts)
    if origin is tuple and len(args) == 2 and args[1] is Ellipsis:
        part = f"part{len(space)}"
        space[part] = None  # taken
        one = _value(args[0], part, space, parts)
        return data if one == part else f"tuple([{one} for {part} in {data}])"
    if origin is tuple:
        args = tuple(arg for arg in args if arg != ())
        places = [f"{data}[{i}]" for i in range(len(args))]
        items = [_value(a, p, space, parts) for a, p in zip(args, places, strict=True)]
        return data if items == places else f"({', '.join(items)},)"
    if is_record(declared):
        hints = get_type_hints(declared, include_extras=True)
        kind = f"kind{len(space)}"
        space[kind] = maker(declared)
        names = [field for field, _ in record_fields(declared)]
        places = [f"{data}[{i}]" for i in range(len(names))]
        pairs = zip(names, places, strict=True)
        values = [_value(hints[n], place, space, parts) for n, place in pairs]
        given = f"*{data}" if values == places else ", ".join(values)
        return f"{kind}({given})"
    asked = f"asked{len(space)}"
    space[asked] = decode
    return f"{asked}({data})"
