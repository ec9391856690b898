"""Other dialects of JSON Schema, in the words of draft 2020-12."""

from collections.abc import Mapping
from typing import Any

from ldc.constrain.schema.equal import among

Schema = Mapping[str, Any]

_KINDS = {
    "object": ("dict", "hashmap", "map"),
    "array": ("tuple", "list", "arraylist"),
    "number": ("float", "double", "decimal"),
    "integer": ("int", "long", "short", "bigint"),
    "string": ("str", "char"),
    "boolean": ("bool",),
    "null": ("none", "nonetype"),
}

_TYPES = {name: kind for kind, names in _KINDS.items() for name in (kind, *names)}
"""Names of types in small letters: Python's and Java's, as the Berkeley data set of
function calls has them; Gemini writes JSON's own in capitals."""

_EDGES = {"exclusiveMinimum": "minimum", "exclusiveMaximum": "maximum"}


def modern(schema: Schema) -> Schema:
    """Return a schema with its own keywords as draft 2020-12 has them.

    Read are: types by other names (`"any"` says nothing); `exclusiveMinimum: true` of
    draft 4 and OpenAPI 3.0; `items` as a list with `additionalItems`; `required: true`
    of draft 3, which its parent reads (`is_required`). A `const` becomes an `enum`.
    Schemas inside stay as they are.
    """
    found = dict(schema)
    if "type" in found:
        kind = _known(found["type"])
        found |= {"type": kind}
        if kind == "any":
            del found["type"]
    for edge, bound in _EDGES.items():
        if isinstance(found.get(edge), bool):
            strict = found.pop(edge)
            if strict and bound in found:
                found[edge] = found.pop(bound)
    if isinstance(found.get("items"), list):
        found["prefixItems"] = found.pop("items")
        rest = found.pop("additionalItems", None)
        found |= {} if rest is None else {"items": rest}
    if isinstance(found.get("required"), bool):
        del found["required"]
    if "const" in found:
        value, listed = found.pop("const"), found.get("enum")
        kept = not isinstance(listed, list) or among(value, listed)
        found["enum"] = [value] if kept else []
    return found


def is_required(key: str, schema: Schema) -> bool:
    """Return whether an object must have a property: it says so, or the property."""
    inner = schema.get("properties", {}).get(key)
    own = isinstance(inner, Mapping) and inner.get("required") is True
    return own or key in schema.get("required", ())


def _known(told: Any) -> Any:
    if isinstance(told, str):
        small = told.lower()
        return "any" if small == "any" else _TYPES.get(small, told)
    listed = isinstance(told, list) and all(isinstance(one, str) for one in told)
    return [_known(one) for one in told] if listed else told
