"""Schemas that no grammar can say, bounds for open ones, and odd ones in between."""

import functools
import random
from typing import Any

import pytest

from ldc.constrain.export import openai_tools
from ldc.constrain.schema import Bounds, read_bounds, tools_of
from ldc.errors import GrammarError
from tests.constrain.test_schema import Validator, definition


def deeper(schema: Any) -> dict[str, Any]:
    return {"type": "object", "properties": {"a": schema}, "required": ["a"]}


def parameters(**properties: Any) -> dict[str, Any]:
    return {"name": "f", "parameters": {"type": "object", "properties": properties}}


LOOP = {"$defs": {"x": {"properties": {"x": {"$ref": "#/$defs/x"}}, "required": ["x"]}}}

CANNOT = {
    "it may be any value": parameters(a={"description": "anything"}),
    "#/properties/a: the array may hold anything": parameters(a={"type": "array"}),
    "the object may have any keys": parameters(a={"type": "object"}),
    "no grammar for 'not'": parameters(a={"type": "integer", "not": {"const": 3}}),
    "no grammar for 'patternProperties'": parameters(
        a={"type": "object", "patternProperties": {"^x": {}}}
    ),
    "at once": parameters(a={"oneOf": [{"type": "integer"}, {"type": "number"}]}),
    "refers to nothing": parameters(a={"$ref": "#/$defs/none"}),
    "holds itself": {
        "name": "f",
        "parameters": {
            **LOOP,
            "properties": {"a": {"$ref": "#/$defs/x"}},
            "required": ["a"],
        },
    },
    "is required and not described": {"name": "f", "parameters": {"required": ["a"]}},
    "no value fits": {
        "name": "f",
        "parameters": {"properties": {"a": {"enum": []}}, "required": ["a"]},
    },
    "no grammar for .*assert": parameters(a={"type": "string", "pattern": "^(?!x)a$"}),
    "no JSON type 'text'": parameters(a={"type": "text"}),
    "write a number, as": parameters(a={"type": "integer", "exclusiveMinimum": "1"}),
    "too many arrays without repetition": parameters(
        a={"type": "array", "uniqueItems": True, "items": {"type": "integer"}}
    ),
    "no function definition": [{"parameters": {}}],
    "two functions have this name": [parameters(), parameters()],
    "there is no function": [],
    "as a whole have 'anyOf'": {"name": "f", "parameters": {"anyOf": []}},
}


JUNK: tuple[Any, ...] = (
    None,
    5,
    -1,
    "x",
    [],
    {},
    [1],
    ["a"],
    True,
    1.5,
    {"type": "string"},
    10**30,
)


def spoilt(value: Any, rng: random.Random) -> Any:
    """Return a definition with something somewhere replaced by what has no place."""
    if isinstance(value, dict) and value and rng.random() < 0.85:
        key = rng.choice(list(value))
        return {**value, key: spoilt(value[key], rng)}
    if isinstance(value, list) and value and rng.random() < 0.7:
        place = rng.randrange(len(value))
        return [*value[:place], spoilt(value[place], rng), *value[place + 1 :]]
    return rng.choice(JUNK)


def test_a_spoilt_definition_is_an_error_or_another_one() -> None:
    refused = 0
    for seed in range(600):
        rng = random.Random(seed)
        try:
            tools_of(spoilt(definition(seed % 300), rng))
        except GrammarError:
            refused += 1
    assert 100 < refused < 500


@pytest.mark.parametrize(("told", "made"), CANNOT.items())
def test_what_has_no_grammar_is_an_error(told: str, made: Any) -> None:
    with pytest.raises(GrammarError, match=told):
        tools_of(made)


@pytest.mark.parametrize("kind", ["string", "integer", "number"])
def test_without_bounds_an_open_value_is_an_error(kind: str) -> None:
    with pytest.raises(GrammarError, match="#/properties/a"):
        tools_of(parameters(a={"type": kind}), None)


def test_a_default_that_is_no_value_is_left_out_only() -> None:
    """Public schemas have many: null for a string, a word that the enum lacks."""
    made = tools_of(
        parameters(
            a={"type": "string", "maxLength": 3, "default": None},
            b={"enum": ["x", "y"], "default": "all"},
        )
    )
    assert made.text_of("f", {}) == " f()\n"
    assert made.call_of(" f()\n") == ("f", {})
    for wrong in ({"b": "all"}, {"a": 1}):
        with pytest.raises(GrammarError):
            made.text_of("f", wrong)


def test_seven_and_seven_point_nought_are_two_spellings_of_one_number() -> None:
    made = tools_of(parameters(a={"anyOf": [{"const": 7}, {"enum": [7.0, 7.5]}]}))
    for text in (" f(a=7)\n", " f(a=7.0)\n"):
        assert made.text_of(*made.call_of(text)) == text


def test_in_strict_tools_null_tells_what_is_left_out() -> None:
    inner = {"type": "object", "properties": {"n": {"type": "integer"}}}
    made = tools_of(parameters(a=inner, b={"type": "boolean", "default": True}))
    (tool,) = openai_tools(made.heads)
    schema = tool["function"]["parameters"]
    takes = Validator(schema).is_valid
    assert schema["required"] == ["a", "b"]
    for given, text in (
        ({"a": {"n": None}, "b": True}, " f(a=A())\n"),
        ({"a": None, "b": False}, " f(b=False)\n"),
    ):
        assert takes(given) and made.text_of("f", given) == text
    assert not takes({"a": {}, "b": True}) and not takes({"a": None})


@pytest.mark.parametrize(
    ("schema", "told"),
    [
        ({"enum": list(range(0, 3000, 2))}, "lists 1500 values"),
        (functools.reduce(lambda s, _: deeper(s), range(12), {"const": 1}), "nests"),
    ],
)
def test_what_the_api_refuses_is_an_error(schema: Any, told: str) -> None:
    made = tools_of(parameters(a=schema))
    with pytest.raises(GrammarError, match=told):
        openai_tools(made.heads)


def test_a_name_that_the_api_refuses_is_an_error() -> None:
    made = tools_of({"name": "f" * 65, "parameters": {}})
    with pytest.raises(GrammarError, match="takes no function name"):
        openai_tools(made.heads)


def test_bounds_fill_what_is_open_and_nothing_else() -> None:
    made = tools_of(
        parameters(a={"type": "integer"}, b={"type": "integer", "minimum": 1900}),
        read_bounds("low=0,high=5"),
    )
    assert made.text_of("f", {"a": 5, "b": 1905})
    for wrong in ({"a": 6}, {"a": -1}, {"b": 1899}, {"b": 1906}):
        with pytest.raises(GrammarError):
            made.text_of("f", wrong)
    assert read_bounds("") == Bounds()
    for told in ("text", "text=x", "low=9,high=1", "step=0"):
        with pytest.raises(GrammarError, match="--bounds"):
            read_bounds(told)
