"""Exported schemas in a validator: the same verdicts on every call."""

import contextlib
import json
import random
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from ldc.constrain import StageGrammar
from ldc.constrain.export import call_of_json, json_schema, openai_tools
from ldc.constrain.productions import (
    Choice,
    Either,
    Production,
    Record,
    Repeat,
    Sequence,
    Slot,
    either,
    may_be,
)
from ldc.constrain.schema.json_values import from_json, to_json
from ldc.errors import GrammarError
from ldc.ir import Variable
from tests.constrain.test_export import TABLES

ODD = (-1, 10**12, 0.5, 0.07, True, None, "?", "state", "'", (), ("?",), (1, 2, 3))
"""Values that few types have."""

Row = dict[str, Any]


def told(value: Any) -> Any:
    """Return what a value is after a trip over the wire."""
    return json.loads(json.dumps(to_json(value)))


def strictly(slot: Slot, value: Any) -> Any:
    """Return a JSON value as a strict tool call has it: fixed tuples as objects."""
    return _strictly(either((slot.production, slot.default)), value)


def _strictly(production: Production, value: Any) -> Any:
    match production, value:
        case Either(options=options), _:
            for option in options:
                with contextlib.suppress(ValueError):
                    from_json(option, value)
                    return _strictly(option, value)
        case Repeat(item=item), list():
            return [_strictly(item, part) for part in value]
        case Record(slots=slots), dict():
            kept = (slot for slot in slots if slot.name in value)
            return {slot.name: strictly(slot, value[slot.name]) for slot in kept}
        case Sequence(items=items), list() if len(items) == len(value):
            return _numbered(map(_strictly, items, value))
        case Choice(), list() if value:
            return _numbered(_strictly(production, part) for part in value)
    return value


def _numbered(parts: Iterable[Any]) -> Row:
    return {f"item_{i}": part for i, part in enumerate(parts)}


def calls(grammar: StageGrammar) -> Iterator[tuple[str, Row, bool]]:
    """Give calls and near misses as (function, JSON arguments, may it be said)."""
    rng = random.Random(grammar.where)
    for _ in range(40):
        call = grammar.sample(rng)
        head = next(h for h in grammar.heads if h.function == call.function)
        good = {name: told(value) for name, value in call.arguments}
        yield head.alias, good, True
        yield head.alias + "_x", good, False
        yield head.alias, dict(reversed(good.items())), True
        yield head.alias, {**good, "more": 1}, False
        for slot in head.slots:
            less = {name: value for name, value in good.items() if name != slot.name}
            yield head.alias, less, bool(slot.default.texts)
            value = rng.choice(ODD)
            same = any(
                json.dumps(told(value)) == json.dumps(told(other))
                for other in (*slot.default.values, *_by_name(value))
                if may_be(slot, other)
            )
            yield (
                head.alias,
                {**less, slot.name: told(value)},
                same or may_be(slot, value),
            )


def _by_name(value: Any) -> tuple[Any, ...]:
    return (Variable(value),) if isinstance(value, str) else ()


def read(grammar: StageGrammar, name: str, arguments: Row) -> bool:
    """Return whether a tool call is read back as a call of the grammar."""
    try:
        return grammar.accepts(call_of_json(grammar.heads, name, arguments, "test"))
    except GrammarError:
        return False


@pytest.mark.parametrize("name", TABLES)
def test_the_schema_takes_what_the_parser_takes(name: str) -> None:
    schema = json_schema(TABLES[name].heads)
    Draft202012Validator.check_schema(schema)
    takes = Draft202012Validator(schema).is_valid
    for function, arguments, verdict in calls(TABLES[name]):
        call = {"function": function, "arguments": arguments}
        assert takes(call) is verdict, call
        assert read(TABLES[name], function, arguments) is verdict, call


@pytest.mark.parametrize("name", TABLES)
def test_the_tools_take_what_the_parser_takes(name: str) -> None:
    grammar = TABLES[name]
    takes = {}
    for tool in openai_tools(grammar.heads):
        schema = tool["function"]["parameters"]
        Draft202012Validator.check_schema(schema)
        takes[tool["function"]["name"]] = Draft202012Validator(schema).is_valid
    for head in grammar.heads:
        assert set(takes) == {head.alias for head in grammar.heads}
    for function, arguments, verdict in calls(grammar):
        if function not in takes:
            continue
        (head,) = (head for head in grammar.heads if head.alias == function)
        slots = {slot.name: slot for slot in head.slots}
        if not set(arguments) <= set(slots):
            continue
        given = {name: strictly(slots[name], arguments[name]) for name in arguments}
        whole = len(given) == len(head.slots)  # a strict call gives every argument
        assert takes[function](given) is (verdict and whole), (function, given)
        assert read(grammar, function, given) is verdict, (function, given)


def test_a_call_is_read_back_as_it_was() -> None:
    rng = random.Random(5)
    for grammar in TABLES.values():
        for _ in range(20):
            call = grammar.sample(rng)
            arguments = {name: told(value) for name, value in call.arguments}
            (head,) = (h for h in grammar.heads if h.function == call.function)
            text = call_of_json(grammar.heads, head.alias, arguments, "test")
            assert text == grammar.spell(call)
