"""Values of the rule table as JSON, there and back."""

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any

from ldc.constrain.productions import (
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
    call_text,
    holds,
)
from ldc.constrain.schema.property import ABSENT, key_of, keyed
from ldc.errors import GrammarError, did_you_mean
from ldc.ir import Variable, spell
from ldc.spelling import is_record, record_fields

ITEM = "item_{}"
"""The key of one item where a tuple is told as an object (`openai_tools`)."""


def to_json(value: Any) -> Any:
    """Return a value as JSON has it: tuples as arrays, variables and enums by name."""
    if is_record(type(value)):
        return {key: to_json(v) for key, v in keyed(value) if v is not ABSENT}
    if isinstance(value, tuple):
        return [to_json(item) for item in value]
    return spell(value) if isinstance(value, (Enum, Variable)) else value


def from_json(production: Production, told: Any) -> Any:
    """Return the value that a JSON value tells.

    JSON has one kind of number, so `2.0` is read as 2 where only 2 is a value.

    Raises:
        ValueError: it tells none of the production's values.
    """
    return _read(production, told, exact=False)


def call_of_json(
    heads: Iterable[Head], function: str, arguments: Mapping[str, Any], where: str
) -> str:
    r"""Return the completion text of a tool call: ` name(state=state, prey=2)\n`.

    Args:
        heads: The table that the schema was made from.
        function: The function's name in the schema.
        arguments: Parameter -> JSON value, in any order.
        where: The grammar, as errors name it.

    Raises:
        GrammarError: no such function or parameter, or a value out of its range.
    """
    table = {head.alias: head for head in heads}
    if function not in table:
        what = f"no function {function!r} can be called here"
        raise GrammarError(where, what, did_you_mean(function, list(table)))
    head = table[function]
    extra = [key for key in arguments if key not in map(key_of, head.slots)]
    if extra:
        what = f"{function} has no parameter {extra[0]!r}"
        mend = did_you_mean(extra[0], list(map(key_of, head.slots)))
        raise GrammarError(where, what, mend)
    given = {}
    for slot in head.slots:
        try:
            given[slot.name] = _slot(slot, arguments, exact=False)
        except ValueError as error:
            told = arguments.get(key_of(slot), "nothing")
            what = f"{function} is called with {key_of(slot)}: {told!r}"
            mend = f"give a value of its schema: {slot.spelled}"
            raise GrammarError(where, what, mend) from error
    return call_text(head, given)


def _slot(slot: Slot, told: Mapping[str, Any], exact: bool) -> Any:
    """Return the value of a slot, its default if nothing is told."""
    key, default = key_of(slot), slot.default.values
    if key not in told and default:
        return default[0]
    if key not in told:
        raise ValueError(key)
    try:
        return _read(slot.production, told[key], exact)
    except ValueError:
        if default and _tells(told[key], default[0], exact):
            return default[0]
        raise


def _read(production: Production, told: Any, exact: bool) -> Any:
    """Return the value told; when exact, an integer is no float and no other way."""
    match production:
        case Choice(values=values):
            for strictly in (True, exact):
                for value in values:
                    if _tells(told, value, strictly):
                        return value
        case Range():
            if _number(told) and (type(told) is int or not exact) and told == told // 1:
                return _held(production, int(told))
        case Decimals():
            if _number(told) and (type(told) is float or not exact):
                return _held(production, float(told) + 0.0)  # -0.0 is 0.0
        case Text():
            return _held(production, told)
        case Sequence(items=items):
            if len(row := _row(told)) == len(items):
                return tuple(map(lambda i, t: _read(i, t, exact), items, row))
        case Repeat(item=item, least=least, most=most):
            if isinstance(told, list) and least <= len(told) <= most:
                return tuple(_read(item, part, exact) for part in told)
        case Record(kind=kind, slots=slots):
            if isinstance(told, dict) and set(told) <= set(map(key_of, slots)):
                return kind(**{slot.name: _slot(slot, told, exact) for slot in slots})
        case Either(options=options):
            for strictly in (True, exact):
                for option in options:
                    try:
                        return _read(option, told, strictly)
                    except ValueError:
                        continue
    raise ValueError(told)


def _held(production: Production, value: Any) -> Any:
    if not holds(production, value):
        raise ValueError(value)
    return value


def _number(told: Any) -> bool:
    """Return whether a JSON value is a number, not one of Python's own beyond JSON."""
    return type(told) is int or (type(told) is float and abs(told) < float("inf"))


def _row(told: Any) -> list[Any]:
    """Return the items of an array, or of a tuple told as an object; else none."""
    if isinstance(told, dict):
        keys = [ITEM.format(i) for i in range(len(told))]
        return [told[key] for key in keys] if set(keys) == set(told) else []
    return told if isinstance(told, list) else []


def _tells(told: Any, value: Any, exact: bool) -> bool:
    """Return whether a JSON value tells a value; a boolean never tells a number."""
    if value is ABSENT:
        return told is None
    if is_record(type(value)):
        return isinstance(told, dict) and _tells_record(told, value, exact)
    if isinstance(value, tuple):
        row = _row(told) if value else told
        many = isinstance(row, list) and len(value) == len(row)
        return many and all(
            _tells(t, v, exact) for t, v in zip(row, value, strict=True)
        )
    known = to_json(value)
    if exact or isinstance(known, bool) or isinstance(told, bool):
        return type(known) is type(told) and bool(known == told)
    return bool(known == told)


def _tells_record(told: Mapping[str, Any], value: Any, exact: bool) -> bool:
    """Return whether an object tells a record; keys left out tell the defaults."""
    own = dict(keyed(value))
    usual = dict(zip(own, record_fields(type(value)), strict=True))
    return told.keys() <= own.keys() and all(
        _tells(told[key], one, exact)
        if key in told
        else spell(one) == spell(usual[key][1])
        for key, one in own.items()
    )
