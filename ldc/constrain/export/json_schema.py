"""The rule table as JSON Schema, draft 2020-12: a call as an object."""

from collections.abc import Iterable, Mapping
from typing import Any

from ldc.constrain.describe import describe
from ldc.constrain.export.json_values import ITEM, to_json
from ldc.constrain.productions import (
    Choice,
    Either,
    Head,
    Production,
    Range,
    Repeat,
    Sequence,
    choice,
)

DRAFT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]

Manuals = Mapping[str, str]
"""What a function is for, by its name."""

_TYPES = {
    bool: "boolean",
    int: "integer",
    float: "number",
    str: "string",
    type(None): "null",
}


def json_schema(heads: Iterable[Head], manuals: Manuals | None = None) -> Schema:
    """Return the schema of `{"function": name, "arguments": {...}}`.

    Args:
        heads: The table of one stage.
        manuals: Function name -> description; none by default.
    """
    calls = [_call(head, manuals or {}) for head in heads]
    return {"$schema": DRAFT, **(calls[0] if len(calls) == 1 else {"anyOf": calls})}


def json_schema_of_step(
    stages: Mapping[str, Iterable[Head]], manuals: Manuals | None = None
) -> Schema:
    """Return the schema of all calls of one step: an object of calls by result."""
    calls = {result: json_schema(heads, manuals) for result, heads in stages.items()}
    for call in calls.values():
        del call["$schema"]
    return {"$schema": DRAFT, **closed_object(calls)}


def arguments_schema(head: Head, *, strict: bool = False) -> Schema:
    """Return the schema of a function's arguments, every one required.

    Args:
        head: The function.
        strict: As in `value_schema`.
    """
    return closed_object(
        {
            slot.name: {
                "description": describe(slot.annotation),
                **value_schema(slot.production, strict=strict),
            }
            for slot in head.slots
        }
    )


def closed_object(properties: Mapping[str, Any]) -> Schema:
    """Return the schema of an object with exactly these properties."""
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


def value_schema(production: Production, *, strict: bool = False) -> Schema:
    """Return the schema of what `to_json` makes of a production's values.

    Args:
        production: What may stand for an argument.
        strict: Without `prefixItems`, which OpenAI's strict tools do not know: a
            fixed tuple is then an object `{"item_0": ..., "item_1": ...}`.
    """
    match production:
        case Choice(values=values):
            return _listed(values, strict)
        case Range(low=low, high=high):
            return {"type": "integer", "minimum": low, "maximum": high}
        case Sequence(items=items):
            parts = [value_schema(item, strict=strict) for item in items]
            if strict:
                return closed_object({ITEM.format(i): p for i, p in enumerate(parts)})
            many = len(parts)
            return {
                "type": "array",
                "prefixItems": parts,
                "items": False,
                "minItems": many,
            }
        case Repeat(item=item, least=least, most=most):
            part = value_schema(item, strict=strict)
            return {
                "type": "array",
                "items": part,
                "minItems": least,
                "maxItems": most,
            }
        case Either(options=options):
            return {"anyOf": [value_schema(o, strict=strict) for o in options]}


def _call(head: Head, manuals: Manuals) -> Schema:
    told = {"description": manuals[head.function]} if head.function in manuals else {}
    name = {"const": head.alias}
    return told | closed_object({"function": name, "arguments": arguments_schema(head)})


def _listed(values: tuple[Any, ...], strict: bool) -> Schema:
    """Return the schema of listed values: scalars as an enum, tuples item by item."""
    scalars = [to_json(value) for value in values if type(value) is not tuple]
    found = [_enum(scalars)] if scalars else []
    for row in (value for value in values if type(value) is tuple):
        items = Sequence(tuple(choice([item]) for item in row))
        found.append(value_schema(items, strict=strict) if row else _EMPTY)
    return found[0] if len(found) == 1 else {"anyOf": found}


_EMPTY: Schema = {"type": "array", "items": {"type": "null"}, "maxItems": 0}


def _enum(scalars: list[Any]) -> Schema:
    kinds = sorted({_TYPES[type(value)] for value in scalars})
    named: Schema = {"type": kinds[0] if len(kinds) == 1 else kinds}
    if kinds == ["null"] or (kinds == ["boolean"] and len(scalars) == 2):
        return named
    if kinds == ["integer"] and len(scalars) == max(scalars) - min(scalars) + 1 > 1:
        return named | {"minimum": min(scalars), "maximum": max(scalars)}
    return named | {"enum": scalars}
