"""Schemas of other hands, each with what it takes: the reader, and the engines."""

import json
import random
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from ldc.constrain.export import export_heads
from ldc.constrain.productions import call_text, draw
from ldc.constrain.schema import Tools, read_bounds, tools_of
from ldc.errors import GrammarError
from tests.constrain.consumers import by_llama_cpp, by_llguidance, by_xgrammar
from tests.constrain.hands import DEFS, HANDS, an_object


def tools(schema: Any, bounds: str = "") -> Tools:
    parameters = {**an_object(["v"], v=schema), "$defs": DEFS}
    return tools_of({"name": "f", "parameters": parameters}, read_bounds(bounds))


def texts(made: Tools, name: str) -> list[str]:
    """Return calls that are drawn, and those that the case lists."""
    (head,), rng = made.heads, random.Random(name)
    drawn = [call_text(head, draw(head, rng)) for _ in range(6)]
    return [*drawn, *(made.text_of("f", {"v": value}) for value in HANDS[name][1])]


@pytest.mark.parametrize("name", HANDS)
def test_the_reader_takes_what_the_schema_takes(name: str) -> None:
    schema, takes, refuses = HANDS[name]
    made = tools(schema)
    for value in takes:
        told = made.call_of(made.text_of("f", {"v": value}))[1]["v"]
        assert json.dumps(told) == json.dumps(value) or told == value
    for value in refuses:
        with pytest.raises(GrammarError):
            made.text_of("f", {"v": value})


@pytest.mark.parametrize("name", HANDS)
def test_the_engines_and_the_schema_take_it_too(name: str) -> None:
    made = tools(HANDS[name][0])
    valid = texts(made, name)
    for takes in (
        by_llguidance(export_heads(made.heads, "lark")),
        by_llama_cpp(export_heads(made.heads, "gbnf")),
    ):
        for text in valid:
            assert takes(text), text
            assert not takes(text.replace(")\n", ",)\n")), text
    schema = json.loads(export_heads(made.heads, "json-schema"))
    Draft202012Validator.check_schema(schema)
    is_valid = Draft202012Validator(schema).is_valid
    for text in valid:
        told = json.loads(json.dumps(made.call_of(text)[1]))
        assert is_valid({"function": "f", "arguments": told}), text
    for value in HANDS[name][2]:
        if name != "a row without repetition" and type(value) is not float:
            assert not is_valid({"function": "f", "arguments": {"v": value}}), value


def test_xgrammar_takes_it_too() -> None:
    made = {name: tools(schema) for name, (schema, *_) in HANDS.items()}
    asked = [
        (export_heads(one.heads, "xgrammar"), texts(one, name))
        for name, one in made.items()
    ]
    for name, found in zip(made, by_xgrammar(asked), strict=True):
        assert all(found), name


def test_depth_says_how_often_a_reference_stands_in_itself() -> None:
    deep = {"v": 1, "kids": [{"v": 1, "kids": [{"v": 1, "kids": [{"v": 1}]}]}]}
    assert tools({"$ref": "#/$defs/tree"}, "depth=3").text_of("f", {"v": deep})
    for depth in ("depth=2", "depth=0"):
        with pytest.raises(GrammarError):
            tools({"$ref": "#/$defs/tree"}, depth).text_of("f", {"v": deep})
    assert tools({"$ref": "#/$defs/tree"}, "depth=0").text_of("f", {"v": {"v": 1}})


CANNOT: dict[str, Any] = {
    "#/properties/v/properties/x.*holds itself": {
        **an_object(["x"], x={"$ref": "#/properties/v"}),
    },
    "refers to itself and to nothing else": {"$ref": "#/properties/v"},
    "'#tree' refers to nothing here": {"$ref": "#tree"},
    "'minProperties' above the 0 required": {
        **an_object([], a={"enum": [1]}),
        "minProperties": 1,
    },
    "no value fits it": {"allOf": [{"enum": ["a"]}, {"const": "b"}]},
    "properties/v: no value": {"allOf": [{"type": "string"}, {"type": "boolean"}]},
    "too many arrays without": {
        "type": "array",
        "prefixItems": [{"type": "integer"}] * 2,
        "uniqueItems": True,
    },
    "no grammar for flags": {"type": "string", "pattern": "(?i)^abc$"},
    "over 1000 objects": {
        **an_object([], **{key: {"$ref": "#/properties/v"} for key in "abcdefghijkl"}),
    },
}


@pytest.mark.parametrize(("told", "schema"), CANNOT.items())
def test_what_has_no_grammar_names_the_place(told: str, schema: Any) -> None:
    with pytest.raises(GrammarError, match=told) as found:
        tools(schema, "depth=3")
    assert found.value.where.startswith("f: #/properties/v") and found.value.mend


def test_parameters_that_are_a_union_are_told_as_such() -> None:
    made = {**an_object([], a={"enum": [1]}), "oneOf": [{"required": ["a"]}]}
    with pytest.raises(GrammarError, match="as a whole have 'oneOf'") as found:
        tools_of({"name": "f", "parameters": made})
    assert "a function for each option" in found.value.mend


def test_a_property_may_say_that_it_is_required() -> None:
    word = {"type": "string", "maxLength": 3, "required": True}
    made = tools_of({"name": "f", "parameters": {"properties": {"v": word}}})
    assert made.text_of("f", {"v": "x"})
    with pytest.raises(GrammarError):
        made.text_of("f", {})
