"""Writes the two directions of a codec as one flat function each: five times as fast.

What does not fit leaves the short way: the codec that was put together from parts is
asked instead, and says what is wrong.
"""

import math
from collections.abc import Callable
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import annotated_types as bounds

from ldc.jail.bounds import checks
from ldc.jail.records import maker
from ldc.spelling import is_record, record_fields

ENCODE, DECODE, SEND = 0, 1, 2

Direction = Callable[[Any], Any]

Parts = Callable[[Any], tuple[Direction, Direction]]
"""Type -> its two directions, put together from parts."""

SCALARS = {
    bool: "type({0}) is bool",
    float: "type({0}) is float and isfinite({0})",
    str: "type({0}) is str and len({0}) <= MAX_ITEMS and encodable({0})",
    type(None): "{0} is None",
}
"""Type -> when a value of it crosses as it is."""


def swift(
    declared: Any, parts: Parts, max_items: int, max_bits: int
) -> tuple[Direction, Direction]:
    """Return both directions for a type.

    Args:
        declared: The type.
        parts: Asked for what the short way does not know, and for what does not fit.
        max_items: Longest row and text.
        max_bits: Widest integer.
    """
    limits = _limits(max_items, max_bits)
    encode, decode = (
        _Writer(parts, limits, way).written(declared) for way in (ENCODE, DECODE)
    )
    return encode, decode


def sender(declared: Any, parts: Parts, max_items: int, max_bits: int) -> Direction:
    """Return the way in for values that cross by marshal, which keeps tuples.

    It checks as `encode` does; what it makes is for `rebuild.rebuilder`. Arguments as
    of `swift`.
    """
    return _Writer(parts, _limits(max_items, max_bits), SEND).written(declared)


def _limits(max_items: int, max_bits: int) -> dict[str, Any]:
    return {
        "MAX_ITEMS": max_items,
        "MAX_BITS": max_bits,
        "isfinite": math.isfinite,
        "encodable": _encodable,
    }


def _encodable(text: str) -> bool:
    return text.isascii() or not any("\ud800" <= c <= "\udfff" for c in text)


class _Writer:
    """Writes one function: statements that check, then what it returns."""

    def __init__(self, parts: Parts, limits: dict[str, Any], way: int) -> None:
        self._parts, self._way = parts, way
        self._space = dict(limits)
        self._lines: list[str] = []
        self._count = 0

    def written(self, declared: Any) -> Direction:
        slow = self._parts(declared)[self._way == DECODE]
        result = self._value(declared, "whole", " ")
        if not self._lines and self._way != SEND:
            return slow
        text = "\n".join(["def way(whole):", *self._lines, f" return {result}"])
        self._space["slow"] = slow
        exec(text, self._space)  # made of our own words, and of names bound here
        way: Direction = self._space["way"]
        return way

    def _demand(self, what: str, indent: str) -> None:
        self._lines.append(f"{indent}if not ({what}): return slow(whole)")

    def _name(self, value: Any = None) -> str:
        self._count += 1
        name = f"n{self._count}"
        if value is not None:
            self._space[name] = value
        return name

    def _value(self, declared: Any, name: str, indent: str, wide: bool = True) -> str:
        """Write the checks of the value of a name; return what it becomes.

        Args:
            declared: The type.
            name: Of the variable.
            indent: Of the statements.
            wide: Whether an integer may be too wide: it has not two bounds.
        """
        if declared is int:
            self._demand(f"type({name}) is int", indent)
            if wide:
                self._demand(f"{name}.bit_length() <= MAX_BITS", indent)
            return name
        if declared in SCALARS:
            self._demand(SCALARS[declared].format(name), indent)
            return name
        origin, args = get_origin(declared), get_args(declared)
        if origin is Annotated:
            return self._bounded(declared, name, indent)
        if origin is tuple and len(args) == 2 and args[1] is Ellipsis:
            return self._row(args[0], name, indent)
        if origin is tuple:
            names, parts = self._unpacked([a for a in args if a != ()], name, indent)
            if self._way == SEND and names == parts:
                return name
            row = f"[{', '.join(parts)}]"
            return row if self._way == ENCODE else f"tuple({row})"
        if is_record(declared):
            return self._record(declared, name, indent)
        asked = self._name(self._parts(declared)[self._way == DECODE])
        return f"{asked}({name})"

    def _bounded(self, declared: Any, name: str, indent: str) -> str:
        metadata = declared.__metadata__
        flat = [
            one
            for entry in metadata
            for one in (entry if isinstance(entry, bounds.GroupedMetadata) else [entry])
        ]
        above = any(isinstance(one, bounds.Ge | bounds.Gt) for one in flat)
        below = any(isinstance(one, bounds.Le | bounds.Lt) for one in flat)
        inner = get_args(declared)[0]
        result = self._value(inner, name, indent, wide=not (above and below))
        if (
            self._way == DECODE and result != name
        ):  # bounds are of the value, not its data
            value = self._name()
            self._lines.append(f"{indent}{value} = {result}")
            name = result = value
        for one in flat:
            self._bound(one, name, indent)
        return result

    def _bound(self, entry: Any, name: str, indent: str) -> None:
        match entry:
            case bounds.Ge(ge=int(limit)):
                self._demand(f"{name} >= {limit}", indent)
            case bounds.Gt(gt=int(limit)):
                self._demand(f"{name} > {limit}", indent)
            case bounds.Le(le=int(limit)):
                self._demand(f"{name} <= {limit}", indent)
            case bounds.Lt(lt=int(limit)):
                self._demand(f"{name} < {limit}", indent)
            case bounds.MaxLen(max_length=size):
                self._demand(f"len({name}) <= {size}", indent)
            case _:
                for check in checks(entry):
                    self._demand(f"{self._name(check)}({name})", indent)

    def _row(self, item: Any, name: str, indent: str) -> str:
        kind = "list" if self._way == DECODE else "tuple"
        self._demand(f"type({name}) is {kind} and len({name}) <= MAX_ITEMS", indent)
        part, row = self._name(), self._name()
        before = len(self._lines)
        told = self._value(item, part, indent + " ")
        loop = f"{indent}for {part} in {name}:"
        if told == part:
            self._lines.insert(before, loop)
            row = name
        else:
            self._lines[before:before] = [f"{indent}{row} = []", loop]
            self._lines.append(f"{indent} {row}.append({told})")
        if self._way == ENCODE:
            return f"list({row})" if row == name else row
        return row if self._way == SEND and row == name else f"tuple({row})"

    def _unpacked(
        self, items: list[Any], name: str, indent: str
    ) -> tuple[list[str], list[str]]:
        """Return names of the parts, and what these become."""
        kind = "list" if self._way == DECODE else "tuple"
        self._demand(f"type({name}) is {kind} and len({name}) == {len(items)}", indent)
        names = [self._name() for _ in items]
        if names:
            self._lines.append(f"{indent}{', '.join(names)}, = {name}")
        pairs = zip(items, names, strict=True)
        return names, [self._value(item, part, indent) for item, part in pairs]

    def _record(self, declared: Any, name: str, indent: str) -> str:
        self._parts(declared)  # raises NoCodec where it may not cross
        hints = get_type_hints(declared, include_extras=True)
        fields = [field for field, _ in record_fields(declared)]
        if self._way == DECODE:
            _, parts = self._unpacked([hints[f] for f in fields], name, indent)
            return f"{self._name(maker(declared))}({', '.join(parts)})"
        kind = self._name(declared)
        self._demand(f"type({name}) is {kind}", indent)
        parts = []
        for field in fields:
            part = self._name()
            self._lines.append(f"{indent}{part} = {name}.{field}")
            parts.append(self._value(hints[field], part, indent))
        return f"[{', '.join(parts)}]"
