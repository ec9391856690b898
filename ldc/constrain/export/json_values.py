"""Values of the rule table as JSON, there and back."""

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any

from ldc.constrain.productions import (
    Choice,
    Either,
    Head,
    Production,
    Range,
    Repeat,
    Sequence,
    call_text,
)
from ldc.errors import GrammarError, did_you_mean
from ldc.ir import Variable, spell

ITEM = "item_{}"
"""The key of one item where a tuple is told as an object (`openai_tools`)."""


def to_json(value: Any) -> Any:
    """Return a value as JSON has it: tuples as arrays, variables and enums by name."""
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
    names = [slot.name for slot in head.slots]
    if set(names) != set(arguments):
        what = f"{function} is called with ({', '.join(arguments)})"
        raise GrammarError(where, what, f"give exactly ({', '.join(names)})")
    given = {}
    for slot in head.slots:
        try:
            given[slot.name] = from_json(slot.production, arguments[slot.name])
        except ValueError as error:
            what = f"{function} is called with {slot.name}={arguments[slot.name]!r}"
            mend = f"give a value of its schema: {slot.spelled}"
            raise GrammarError(where, what, mend) from error
    return call_text(head, given)


def _read(production: Production, told: Any, exact: bool) -> Any:
    """Return the value told; when exact, an integer is no float and no other way."""
    match production:
        case Choice(values=values):
            for value in values:
                if _same(to_json(value), told, exact):
                    return value
        case Range(low=low, high=high):
            if _whole(told, exact) and low <= told <= high:
                return int(told)
        case Sequence(items=items):
            row = _row(told)
            if len(row) == len(items):
                return tuple(map(lambda i, t: _read(i, t, exact), items, row))
        case Repeat(item=item, least=least, most=most):
            if isinstance(told, list) and least <= len(told) <= most:
                return tuple(_read(item, part, exact) for part in told)
        case Either(options=options):
            for strictly in (True, exact):
                for option in options:
                    try:
                        return _read(option, told, strictly)
                    except ValueError:
                        continue
    raise ValueError(told)


def _whole(told: Any, exact: bool) -> bool:
    return type(told) is int or (
        not exact and type(told) is float and told.is_integer()
    )


def _row(told: Any) -> list[Any]:
    """Return the items of an array, or of a tuple told as an object; else none."""
    if isinstance(told, dict):
        keys = [ITEM.format(i) for i in range(len(told))]
        return [told[key] for key in keys] if set(keys) == set(told) else []
    return told if isinstance(told, list) else []


def _same(one: Any, two: Any, exact: bool) -> bool:
    """Return whether two JSON values are equal; never a boolean and a number."""
    if isinstance(one, list):
        row = _row(two)
        many = len(one) == len(row) and isinstance(two, (list, dict))
        return many and all(_same(a, b, exact) for a, b in zip(one, row, strict=True))
    if exact or isinstance(one, bool) or isinstance(two, bool):
        return type(one) is type(two) and bool(one == two)
    return bool(one == two)
