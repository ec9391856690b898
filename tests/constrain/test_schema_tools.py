"""Thirty function definitions as APIs have them, in every engine."""

import json
import random
from pathlib import Path
from typing import Any

import pytest

from ldc.constrain.export import call_of_json, export_heads, json_schema, openai_tools
from ldc.constrain.productions import call_text, draw
from ldc.constrain.schema import tools_of
from ldc.errors import GrammarError
from tests.constrain.consumers import by_llama_cpp, by_llguidance, by_xgrammar
from tests.constrain.test_schema import Validator

DEFINITIONS = json.loads(Path(__file__).with_name("tools.json").read_text("utf-8"))
TOOLS = tools_of(DEFINITIONS)
RNG = random.Random(11)
TEXTS = [call_text(head, draw(head, RNG)) for head in TOOLS.heads for _ in range(2)]


def schema_of(definition: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """Return the name and the parameters of a definition, in JSON's own type names."""
    inner = definition.get("function", definition)
    keys = ("parameters", "input_schema", "inputSchema")
    found = next(inner[key] for key in keys if key in inner) or {"type": "object"}
    text = (
        json.dumps(found).replace('"dict"', '"object"').replace('"float"', '"number"')
    )
    text = text.replace('"tuple"', '"array"').replace('"bool"', '"boolean"')
    return inner["name"], json.loads(text)


VALIDATORS = {
    name: Validator(schema) for name, schema in map(schema_of, DEFINITIONS["tools"])
}


def test_what_is_drawn_is_valid() -> None:
    for text in TEXTS:
        name, arguments = TOOLS.call_of(text)
        given = json.loads(json.dumps(arguments))
        null = {k: v for k, v in given.items() if v is not None}  # `nullable`
        assert VALIDATORS[name].is_valid(given) or VALIDATORS[name].is_valid(null), text
        assert TOOLS.text_of(name, given) == text


def test_the_engines_take_what_is_drawn() -> None:
    for takes in (
        by_llguidance(export_heads(TOOLS.heads, "lark")),
        by_llama_cpp(export_heads(TOOLS.heads, "gbnf")),
    ):
        assert all(map(takes, TEXTS))
        assert not any(takes(text.replace("(", "(no=1, ", 1)) for text in TEXTS[::6])


def test_xgrammar_takes_what_is_drawn() -> None:
    wrong = [text.replace("(", "(no=1, ", 1) for text in TEXTS]
    asked = [(export_heads(TOOLS.heads, "xgrammar"), TEXTS + wrong)]
    (found,) = by_xgrammar(asked)
    assert found == [True] * len(TEXTS) + [False] * len(wrong)


CALLS: list[tuple[str, dict[str, Any]]] = [
    ("get_current_weather", {"location": "Oslo", "unit": "celsius"}),
    ("weather.forecast", {"city": "Brandýs nad Labem", "days": 3}),
    (
        "calendar_create_event",
        {
            "title": 'The "big" one, it\'s on',
            "start": "2026-02-28T09:30:00Z",
            "end": "2026-12-31T23:59:59+01:00",
            "attendees": ["ann@example.com"],
            "recurrence": {"freq": "weekly", "count": 4},
        },
    ),
    ("calendar.list", {"date": "2026-02-28", "calendar-id": "abcd_1"}),
    (
        "place_order",
        {
            "items": [{"sku": "ABC-1234", "quantity": 2, "options": ["rush", "wrap"]}],
            "ship_to": {"street": "Main\nSt 5", "zip": "12345", "country": "US"},
            "bill_to": "same",
        },
    ),
    (
        "cancel_order",
        {"order_id": f"{'0' * 8}-1111-2222-3333-{'f' * 12}", "reason": {"other": "x"}},
    ),
    ("refund", {"order_id": 12, "amount": {"amount": 12.35, "currency": "EUR"}}),
    ("math.factorial", {"number": 170}),
    ("quadratic_roots", {"a": 1, "b": -3.5, "c": 0.25}),
    ("solve.linear", {"matrix": [[1, 2.5], [0, -10]], "rhs": [0.5, 10]}),
    ("find_restaurants", {"location": {"lat": 48.8566, "lon": 2.3522}, "price": None}),
    (
        "book_flight",
        {
            "from": "OSL",
            "to": "JFK",
            "depart": "2026-05-01",
            "return": None,
            "passengers": {"adults": 2},
        },
    ),
    ("book_hotel", {"hotel": "Ritz", "nights": 3, "room": {"beds": 2, "view": "sea"}}),
    ("lights", {"rooms": ["hall", "bath"], "on": True, "rgb": [255, 0, 7]}),
    ("play_music", {"what": {"kind": "genre", "genre": "jazz"}, "volume": 55}),
    (
        "transfer_money",
        {"from_account": "12345678", "to_account": "87654321", "amount": 0.01},
    ),
    ("translate", {"text": "😀", "target": "日本語", "formal": None}),
    ("get_time", {}),
    ("ping", {}),
    (
        "filter_products",
        {
            "where": [{"field": "price", "min": 3}, {"field": "brand", "value": "x"}],
            "sort": ["price"],
        },
    ),
]


@pytest.mark.parametrize(("name", "arguments"), CALLS)
def test_a_call_as_people_make_it(name: str, arguments: dict[str, Any]) -> None:
    text = TOOLS.text_of(name, arguments)
    own, told = TOOLS.call_of(text)
    assert own == name and TOOLS.text_of(name, told) == text
    for key, value in arguments.items():
        if not isinstance(value, dict):  # those come back with their defaults
            assert told.get(key) == value


WRONG: list[tuple[str, dict[str, Any]]] = [
    ("get_current_weather", {}),
    ("get_current_weather", {"location": "Oslo", "unit": "kelvin"}),
    ("weather.forecast", {"city": "Oslo", "days": 15}),
    ("weather.forecast", {"city": "Oslo", "days": "3"}),
    ("weather.forecast", {"city": "Oslo", "detailed": 1}),
    ("calendar.list", {"date": "2026-02-30"}),
    ("calendar.list", {"date": "2026-02-03", "calendar_id": "abcd"}),
    ("refund", {"order_id": 12, "amount": {"amount": 12.345, "currency": "EUR"}}),
    ("lights", {"rooms": ["hall", "hall"], "on": True}),
    ("lights", {"rooms": ["hall"], "on": True, "rgb": [255, 0]}),
    ("play_music", {"what": {"kind": "artist", "genre": "jazz"}}),
    ("stock_price", {"ticker": "lower"}),
    (
        "transfer_money",
        {"from_account": "12345678", "to_account": "87654321", "amount": 0},
    ),
    ("ping", {"x": 1}),
    ("pong", {}),
]


@pytest.mark.parametrize(("name", "arguments"), WRONG)
def test_a_wrong_call_is_refused(name: str, arguments: dict[str, Any]) -> None:
    with pytest.raises(GrammarError):
        TOOLS.text_of(name, arguments)


def test_the_openai_client_takes_the_tools() -> None:
    chat = pytest.importorskip("openai.types.chat", reason="openai is an extra")
    responses = pytest.importorskip("openai.types.responses")
    from pydantic import TypeAdapter

    made = openai_tools(TOOLS.heads, TOOLS.manuals)
    for_chat = TypeAdapter(chat.ChatCompletionFunctionToolParam)
    for_responses = TypeAdapter(responses.FunctionToolParam)
    for tool in made:
        for_chat.validate_python(tool)
        for_responses.validate_python({"type": "function", **tool["function"]})
    assert {t["function"]["name"] for t in made} >= {"weather_forecast", "match_score"}


def test_an_exported_schema_is_as_tight_as_the_one_it_came_from() -> None:
    takes = Validator(json_schema(TOOLS.heads)).is_valid
    alias = {head.function: head.alias for head in TOOLS.heads}
    for name, arguments in CALLS:
        assert takes({"function": alias[name], "arguments": arguments}), name
        assert call_of_json(TOOLS.heads, alias[name], arguments, "test")
    for name, arguments in WRONG[:-1]:
        if name != "refund" and arguments.get("rooms") != ["hall", "hall"]:
            assert not takes({"function": alias[name], "arguments": arguments}), name
