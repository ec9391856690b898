"""The rule table as JSON Schema, draft 2020-12: a call as an object."""

from collections.abc import Iterable, Mapping
from typing import Any

from ldc.constrain.describe import describe
from ldc.constrain.export.json_pattern import pattern_of
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
    count,
    either,
)
from ldc.constrain.schema.json_values import ITEM, to_json
from ldc.constrain.schema.property import ABSENT, key_of, keyed
from ldc.errors import GrammarError
from ldc.spelling import is_record

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

    The steps of floats are not said, for validators divide in floating point and refuse
    0.3 as a multiple of 0.1; `call_of_json` refuses what is between them.

    Args:
        heads: The table of one stage.
        manuals: Function name -> description; none by default.
    """
    calls = [_call(head, manuals or {}) for head in heads]
    return {"$schema": DRAFT, **(calls[0] if len(calls) == 1 else {"anyOf": calls})}


def json_schema_of_step(
    lines: Mapping[str, Iterable[Head]],
    absent: Iterable[str] = (),
    manuals: Manuals | None = None,
) -> Schema:
    """Return the schema of all calls of one step: an object of calls by result.

    Args:
        lines: Result -> table, in the order of the stages.
        absent: Results whose call may be missing.
        manuals: As in `json_schema`.
    """
    calls = {result: json_schema(heads, manuals) for result, heads in lines.items()}
    for call in calls.values():
        del call["$schema"]
    return {"$schema": DRAFT, **closed_object(calls, absent)}


def closed_object(
    properties: Mapping[str, Any], optional: Iterable[str] = ()
) -> Schema:
    """Return the schema of an object with these properties and no other."""
    return {
        "type": "object",
        "properties": dict(properties),
        "required": [key for key in properties if key not in set(optional)],
        "additionalProperties": False,
    }


def slots_schema(slots: Iterable[Slot], *, strict: bool = False) -> Schema:
    """Return the schema of arguments, or of a record.

    Args:
        slots: The parameters or fields.
        strict: As in `value_schema`. Every property is then required, and null stands
            for one that is left out and has no default.
    """
    properties, optional = {}, []
    for slot in slots:
        told: Schema = {"description": describe(slot.annotation)}
        absent = ABSENT in slot.default.values
        if absent and not count(slot.production):
            continue  # nothing fits it, so it is always left out
        if absent:
            told |= value_schema(slot.production, strict=strict)
            if strict:
                kinds = [value_schema(slot.production, strict=True), {"type": "null"}]
                told = {"description": told["description"], "anyOf": kinds}
        else:
            whole = either((slot.production, slot.default))
            told |= value_schema(whole, strict=strict)
        if slot.default.values and not strict:
            optional.append(key_of(slot))
            told |= {} if absent else {"default": to_json(slot.default.values[0])}
        properties[key_of(slot)] = told
    return closed_object(properties, optional)


def value_schema(production: Production, *, strict: bool = False) -> Schema:
    """Return the schema of what `to_json` makes of a production's values.

    Args:
        production: What may stand for an argument.
        strict: In the words of OpenAI's strict tools only. A fixed tuple is then an
            object `{"item_0": ..., "item_1": ...}`, and a length beside a pattern is
            not said.
    """
    match production:
        case Choice(values=values):
            return _listed(values, strict)
        case Range(low=low, high=high, step=step):
            steps = {"multipleOf": step} if step > 1 else {}
            return {"type": "integer", "minimum": low, "maximum": high, **steps}
        case Decimals(low=low, high=high, places=places):
            unit = 10**places
            return {"type": "number", "minimum": low / unit, "maximum": high / unit}
        case Text(regex=regex, least=least, most=most):
            if strict:
                return {"type": "string", "pattern": pattern_of(regex, least, most)}
            lengths = {"minLength": least} if least else {}
            lengths |= {"maxLength": most} if most >= 0 else {}
            shape = {"pattern": pattern_of(regex, least, most)} if regex else {}
            return {"type": "string", **lengths, **shape}
        case Sequence(items=items):
            return _row([value_schema(item, strict=strict) for item in items], strict)
        case Repeat(item=item, least=least, most=most):
            part = value_schema(item, strict=strict)
            return {
                "type": "array",
                "items": part,
                "minItems": least,
                "maxItems": most,
            }
        case Record(slots=slots):
            return slots_schema(slots, strict=strict)
        case Either(options=options):
            return {"anyOf": [value_schema(o, strict=strict) for o in options]}


def _call(head: Head, manuals: Manuals) -> Schema:
    told = {"description": manuals[head.function]} if head.function in manuals else {}
    parts = {"function": {"const": head.alias}, "arguments": slots_schema(head.slots)}
    return told | closed_object(parts)


def _row(parts: list[Schema], strict: bool) -> Schema:
    if strict:
        return closed_object({ITEM.format(i): part for i, part in enumerate(parts)})
    fixed = {"prefixItems": parts, "items": False, "minItems": len(parts)}
    return {"type": "array", **fixed}


def _listed(values: tuple[Any, ...], strict: bool) -> Schema:
    """Return the schema of listed values: scalars as an enum, others part by part."""
    plain = [v for v in values if not isinstance(v, tuple) and not is_record(type(v))]
    found = [_enum([to_json(value) for value in plain])] if plain else []
    for value in values:
        if is_record(type(value)):
            known = {key: v for key, v in keyed(value) if v is not ABSENT}
            parts = {key: _listed((v,), strict) for key, v in known.items()}
            found.append(closed_object(parts))
        elif isinstance(value, tuple):
            rows = [_listed((item,), strict) for item in value]
            found.append(_row(rows, strict) if rows else _EMPTY)
    return found[0] if len(found) == 1 else {"anyOf": found}


_EMPTY: Schema = {"type": "array", "items": {"type": "null"}, "maxItems": 0}


def _enum(scalars: list[Any]) -> Schema:
    words = [value for value in scalars if isinstance(value, str)]
    if len(words) > len(set(words)):
        twice = next(word for word in words if words.count(word) > 1)
        what = f"a text and a name are both {twice!r} in JSON"
        raise GrammarError("JSON Schema", what, "rename the variable or the member")
    kinds = sorted({_TYPES[type(value)] for value in scalars})
    named: Schema = {"type": kinds[0] if len(kinds) == 1 else kinds}
    if kinds == ["null"] or (kinds == ["boolean"] and len(scalars) == 2):
        return named
    low, high = (min(scalars), max(scalars)) if kinds in _NUMBERS else (0, 0)
    if kinds == ["integer"] and len(scalars) == high - low + 1 > 1:
        return named | {"minimum": low, "maximum": high}
    if kinds == ["number"] and _whole_steps(scalars):
        return named | {"minimum": low, "maximum": high, "multipleOf": 1}
    return named | {"enum": scalars}


_NUMBERS = (["integer"], ["number"])


def _whole_steps(scalars: list[float]) -> bool:
    """Return whether floats are all the whole numbers of a range."""
    low, high = min(scalars), max(scalars)
    many = len(set(scalars))
    return high - low + 1 == many > 1 and all(map(float.is_integer, scalars))
