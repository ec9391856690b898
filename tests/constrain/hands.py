"""Schemas as other hands write them: what each takes, and what it must refuse.

All but the last few were compiled too tight, too loose, or refused, when they were
first tried among 315 definitions.
"""

from typing import Any

ID, NAME = {"type": "integer", "minimum": 0, "maximum": 9}, {"enum": ["x", "y"]}


def an_object(required: list[str], **properties: Any) -> dict[str, Any]:
    """Return the schema of an object."""
    return {"type": "object", "properties": properties, "required": required}


HANDS: dict[str, tuple[Any, list[Any], list[Any]]] = {
    "types in capitals": (
        {"type": "ARRAY", "items": {"type": "STRING", "maxLength": 2}},
        [[], ["ab"]],
        ["ab", [1], ["abc"]],
    ),
    "types of Java": (
        an_object(["n"], n={"type": "long"}, s={"type": "String"}),
        [{"n": 3}, {"n": 3, "s": "x"}],
        [{"s": "x"}, {"n": "3"}],
    ),
    "bounds of draft 4": (
        {"type": "integer", "minimum": 0, "exclusiveMinimum": True, "maximum": 3},
        [1, 3],
        [0, 4],
    ),
    "rows of draft 4": (
        {
            "type": "array",
            "items": [{"enum": ["sum"]}],
            "additionalItems": ID,
            "maxItems": 3,
        },
        [[], ["sum"], ["sum", 1, 2]],
        [[1], ["sum", "x"], ["sum", 1, 2, 3]],
    ),
    "what stands behind a row": (
        {"type": "array", "prefixItems": [NAME], "items": ID, "minItems": 2},
        [["x", 1], ["y", 1, 2, 3]],
        [["x"], ["x", "y"], [1, 1]],
    ),
    "a row without repetition": (
        {
            "type": "array",
            "prefixItems": [ID, ID],
            "items": False,
            "minItems": 2,
            "uniqueItems": True,
        },
        [[1, 2]],
        [[1, 1], [1]],
    ),
    "one of two keys": (
        {
            **an_object([], id=ID, name=NAME, more={"type": "boolean"}),
            "oneOf": [{"required": ["id"]}, {"required": ["name"]}],
        },
        [{"id": 1}, {"name": "x", "more": True}],
        [{}, {"more": True}, {"id": 1, "name": "x"}],
    ),
    "lists that overlap in oneOf": (
        {"oneOf": [{"enum": [1, 2]}, {"enum": [2, 3]}]},
        [1, 3],
        [2],
    ),
    "ranges that only touch": (
        {
            "oneOf": [
                {"type": "integer", "minimum": 0, "maximum": 3},
                {"type": "integer", "exclusiveMinimum": 3, "maximum": 9},
            ]
        },
        [0, 3, 4, 9],
        [-1, 10],
    ),
    "two multiples": (
        {"allOf": [{"multipleOf": 4}, {"multipleOf": 6}], "type": "integer"},
        [0, 12, -24],
        [4, 6, 8],
    ),
    "two unions": (
        {"allOf": [{"anyOf": [ID, NAME]}, {"anyOf": [{"const": 3}, {"enum": ["y"]}]}]},
        [3, "y"],
        [4, "x"],
    ),
    "objects listed": (
        {"enum": [{"a": 1}, {"b": {"c": [True, None]}}, [{"d": ""}]]},
        [{"a": 1}, {"b": {"c": [True, None]}}, [{"d": ""}]],
        [{}, {"a": 2}, {"a": 1, "b": 1}, {"b": {"c": [None]}}, [{}]],
    ),
    "a list beside a pattern": (
        {"type": "string", "enum": ["a", "b1"], "pattern": "[0-9]"},
        ["b1"],
        ["a"],
    ),
    "a list beside a union": (
        {"enum": ["a", "b", "c"], "anyOf": [{"const": "a"}, {"const": "b"}]},
        ["a", "b"],
        ["c"],
    ),
    "a list beside a step": (
        {"enum": [1, 2, 3, 4], "multipleOf": 2, "exclusiveMinimum": 2},
        [4],
        [1, 2, 3],
    ),
    "1 is not true": (
        {"allOf": [{"enum": [1, 2]}, {"enum": [True, 2]}]},
        [2],
        [1, True],
    ),
    "anchors of alternatives": (
        {"type": "string", "pattern": "^a|b$", "maxLength": 3},
        ["a", "axy", "xyb", "b"],
        ["xa", "bx", ""],
    ),
    "a dollar behind a backslash": (
        {"type": "string", "pattern": "^a\\\\$", "maxLength": 3},
        ["a\\"],
        ["a", "a$", "a\\x"],
    ),
    "a name of ECMAScript": (
        {"type": "string", "pattern": "^(?<year>[0-9]{4})$"},
        ["1999"],
        ["199"],
    ),
    "alternatives in quotes": (
        {"type": "string", "pattern": "^([0-9]{3}|it's|[a-z]{5})$"},
        ["123", "it's", "abcde"],
        ["12", "its", "abcd"],
    ),
    "leap years": (
        {"type": "string", "format": "date"},
        ["2024-02-29", "2000-02-29", "2023-02-28"],
        ["2023-02-29", "1900-02-29", "2024-02-30", "2024-13-01"],
    ),
    "parts of seconds": (
        {"type": "string", "format": "date-time"},
        ["2026-01-31T00:00:00.123Z", "2026-01-31T00:00:00+02:00"],
        ["2026-01-31T00:00:00", "2026-01-31 00:00:00Z", "2026-01-31T24:00:00Z"],
    ),
    "identifiers in capitals": (
        {"type": "string", "format": "uuid"},
        ["123E4567-E89B-12D3-A456-426614174000"],
        ["123E4567E89B12D3A456426614174000"],
    ),
    "large numbers": (
        {"type": "number", "minimum": 0, "maximum": 1e12},
        [0, 5e11, 999999999999.5],
        [-1, 2e12],
    ),
    "nought below nought": (
        {"type": "number", "minimum": 0, "maximum": 1},
        [-0.0],
        [-0.1],
    ),
    "a count that says nothing": (
        {**an_object(["a"], a=ID, b=ID), "minProperties": 1, "maxProperties": 2},
        [{"a": 1}, {"a": 1, "b": 2}],
        [{}, {"b": 1}],
    ),
    "percent in a reference": (
        {"$ref": "#/$defs/my%20type"},
        ["x"],
        ["z"],
    ),
    "a place in a reference": ({"$ref": "#/$defs/two/anyOf/1"}, ["x"], [3]),
    "references at once": (
        {"allOf": [an_object([], p={"$ref": "#/$defs/low"}), an_object(["p"], p=ID)]},
        [{"p": 3}],
        [{}, {"p": 4}],
    ),
    "a tree": (
        {"$ref": "#/$defs/tree"},
        [{"v": 1}, {"v": 1, "kids": [{"v": 2}, {"v": 3, "kids": [{"v": 4}]}]}],
        [{}, {"v": 1, "kids": [{}]}, {"v": 1, "kids": {"v": 2}}],
    ),
    "a chain": (
        {"$ref": "#/$defs/chain"},
        [{"v": 1, "next": None}, {"v": 1, "next": {"v": 2, "next": None}}],
        [{"v": 1}, None],
    ),
    "many airports": (
        {"enum": [f"airport-{place:04}" for place in range(3000)]},
        ["airport-0000", "airport-2999"],
        ["airport-3000"],
    ),
}
"""Name -> schema of a value, what it takes, what it refuses."""

DEFS = {
    "my type": NAME,
    "two": {"anyOf": [ID, NAME]},
    "low": {"type": "integer", "maximum": 3},
    "tree": an_object(
        ["v"],
        v=ID,
        kids={"type": "array", "items": {"$ref": "#/$defs/tree"}, "maxItems": 2},
    ),
    "chain": an_object(
        ["v", "next"],
        v=ID,
        next={"anyOf": [{"$ref": "#/$defs/chain"}, {"type": "null"}]},
    ),
}
"""What the references point to."""
