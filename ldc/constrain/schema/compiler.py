"""From a JSON Schema to its production, or to an error that says where and the mend."""

import contextlib
from collections.abc import Mapping
from dataclasses import field, make_dataclass
from typing import Any

from ldc.constrain.annotations import slot_of
from ldc.constrain.forms import Production, Slot
from ldc.constrain.productions import choice, either, holds, record, ways
from ldc.constrain.schema.arrays import array
from ldc.constrain.schema.bounds import Bounds
from ldc.constrain.schema.dialects import is_required
from ldc.constrain.schema.json_values import from_json
from ldc.constrain.schema.listed import kinds_of, listed_values, may_take
from ldc.constrain.schema.merge import Schema
from ldc.constrain.schema.names import class_name, python_name
from ldc.constrain.schema.property import ABSENT, KEY, Property, key_of
from ldc.constrain.schema.refer import Endless, Opened, Root
from ldc.constrain.schema.scalars import number, text
from ldc.constrain.schema.unions import options_of
from ldc.errors import GrammarError
from ldc.ir import REQUIRED

MOST_RECORDS = 1000
"""Objects in the schemas of one function, references written out."""

_CANNOT = {
    *("not", "if", "then", "else", "patternProperties", "propertyNames", "contains"),
    *("dependentRequired", "dependentSchemas", "dependencies"),
    *("unevaluatedProperties", "unevaluatedItems", "$dynamicRef"),
}
"""Keywords that refuse values which a grammar of properties in order cannot."""

_IMPLIED = {
    "object": ("properties", "required", "additionalProperties"),
    "array": ("items", "prefixItems", "minItems", "maxItems"),
    "string": ("pattern", "minLength", "maxLength"),
    "number": (
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
        "multipleOf",
    ),
}
"""The type that is meant where none is said, by the keywords that fit it alone."""


class Compiler:
    """Compiles the schemas of one function's parameters.

    Args:
        root: The schema of the parameters.
        bounds: For what schemas leave open; None to refuse it.
    """

    def __init__(self, root: Any, bounds: Bounds | None) -> None:
        self._root = Root(root, bounds.depth if bounds else None)
        self._bounds = bounds
        self._classes: set[str] = set()

    def parameters(self, schema: Any, path: str) -> tuple[Slot, ...]:
        """Return the parameters of the function; none for an empty schema.

        Raises:
            GrammarError: it is no schema of an object, or one without a grammar.
        """
        flat, opened = self._root.flat(schema, path, ())
        unions = [key for key in ("anyOf", "oneOf", "enum") if key in flat]
        if unions:
            what = f"the parameters as a whole have {unions[0]!r}"
            mend = (
                "define a function for each option, or put the choice into a property"
            )
            raise GrammarError(path, what, mend)
        _demand_sayable(flat, path)
        if not (kinds_of(flat) or {"object"}) <= {"object"}:
            what = f"the parameters are of type {flat['type']!r}"
            raise GrammarError(path, what, "write an object schema with properties")
        return self.slots(flat, path, opened)

    def slots(self, schema: Schema, path: str, opened: Opened) -> tuple[Slot, ...]:
        """Return the properties of an object schema as parameters or fields.

        Raises:
            GrammarError: a property without a grammar, or a required one unknown.
        """
        properties, required = schema.get("properties", {}), schema.get("required", ())
        unknown = [key for key in required if key not in properties]
        if unknown:
            mend = "add it to properties"
            raise GrammarError(
                path, f"{unknown[0]!r} is required and not described", mend
            )
        _demand_sayable(schema, path)
        found: dict[str, Slot] = {}
        for key, inner in properties.items():
            here, needed = f"{path}/properties/{key}", is_required(key, schema)
            try:
                flat, _ = self._root.flat(inner, here, opened)
                production = self.of(inner, here, key, opened)
            except Endless:
                if needed:
                    raise
                continue
            default = REQUIRED if needed else _default(production, flat)
            name = python_name(key, found)
            told = Property(key, _words(flat))
            slot = slot_of(name, production, _kind(flat), told, default)
            if not ways(slot):
                raise GrammarError(
                    here, "no value fits it", "widen it, or leave it out"
                )
            found[name] = slot
        return tuple(found.values())

    def of(self, schema: Any, path: str, key: str, opened: Opened) -> Production:
        """Return what may stand for a schema.

        Args:
            schema: The schema.
            path: Where it stands, as errors name it.
            key: The property that it is of, to name records after.
            opened: References that it stands in.

        Raises:
            GrammarError: no finite grammar says its values.
        """
        flat, opened = self._root.flat(schema, path, opened)
        _demand_sayable(flat, path)
        null = [choice([None])] if flat.get("nullable") is True else []
        values = listed_values(flat)
        if values is not None:
            rest = {k: v for k, v in flat.items() if k != "enum"}
            kept = [value for value in values if may_take(rest, value)]
            return either([*self._listed(kept, path, key), *null])
        for keyword in ("anyOf", "oneOf"):
            if keyword in flat:
                return either([*self._union(flat, keyword, path, key, opened), *null])
        typed = kinds_of(flat)
        kinds = _implied(flat) if typed is None else typed
        if typed is None and not kinds:
            mend = "say a type, an enum, or what it may be with anyOf"
            raise GrammarError(path, "it may be any value", mend)
        told = flat.get("title") or key
        options = [self._kind(kind, flat, path, told, opened) for kind in sorted(kinds)]
        return either([*options, *null])

    def _listed(self, values: list[Any], path: str, key: str) -> list[Production]:
        """Return listed values: scalars as they are, the others by their schemas."""
        plain = [v for v in values if not isinstance(v, list | Mapping)]
        deep = [v for v in values if isinstance(v, list | Mapping)]
        found = (self.of(_schema_of(value), path, key, ()) for value in deep)
        return [choice(plain), *found]

    def _union(
        self, flat: Schema, keyword: str, path: str, key: str, opened: Opened
    ) -> list[Production]:
        """Return what may stand for each option of a union that has an end."""
        found, endless = [], []
        for option, here, within in options_of(flat, keyword, path, self._root, opened):
            try:
                found.append(self.of(option, here, key, within))
            except Endless as error:
                endless.append(error)
        if endless and not found:
            raise endless[0]
        return found

    def _kind(
        self, kind: str, flat: Schema, path: str, told: str, opened: Opened
    ) -> Production:
        """Return the values of one JSON type."""
        match kind:
            case "null":
                return choice([None])
            case "boolean":
                return choice([False, True])
            case "integer" | "number":
                return number(flat, path, self._bounds, kind == "integer")
            case "string":
                return text(flat, path, self._bounds)
            case "array":
                return array(
                    flat, path, self._bounds, lambda s, p: self.of(s, p, told, opened)
                )
            case "object":
                return self._object(flat, path, told, opened)
        mend = "use string, number, integer, boolean, null, array or object"
        raise GrammarError(path, f"no JSON type {kind!r}", mend)

    def _object(self, flat: Schema, path: str, told: str, opened: Opened) -> Production:
        if "properties" not in flat and flat.get("additionalProperties") is not False:
            mend = "list its properties; one of any keys has no grammar"
            raise GrammarError(path, "the object may have any keys", mend)
        name = class_name(told, self._classes)
        self._classes.add(name)
        if len(self._classes) > MOST_RECORDS:
            what = f"there are over {MOST_RECORDS} objects, references written out"
            raise GrammarError(path, what, "write fewer, or --bounds depth=0")
        slots = self.slots(flat, path, opened)
        fields = [(slot.name, Any, _field(slot)) for slot in slots]
        return record(make_dataclass(name, fields, frozen=True, kw_only=True), slots)


def _field(slot: Slot) -> Any:
    """Return a dataclass field for a slot."""
    metadata = {KEY: key_of(slot)}
    if slot.default.values:
        return field(default=slot.default.values[0], metadata=metadata)
    return field(metadata=metadata)


def _demand_sayable(flat: Schema, path: str) -> None:
    """Refuse what no grammar of properties in order can say.

    Raises:
        GrammarError: the keyword.
    """
    mend = "say it with properties, enum, anyOf and bounds"
    cannot = sorted(_CANNOT & set(flat))
    if cannot:
        raise GrammarError(path, f"no grammar for {cannot[0]!r}", mend)
    many, needed = len(flat.get("properties", ())), len(set(flat.get("required", ())))
    if flat.get("minProperties", 0) > needed:
        what = f"no grammar for 'minProperties' above the {needed} required"
        raise GrammarError(path, what, "require them, or write an option for each")
    if flat.get("maxProperties", many) < many:
        what = f"no grammar for 'maxProperties' below the {many} there are"
        raise GrammarError(path, what, "list fewer, or write an option for each")


def _default(production: Production, flat: Schema) -> Any:
    """Return what an optional property is when it is left out."""
    if "default" in flat:
        with contextlib.suppress(ValueError):  # a default that is none of the values
            return from_json(production, flat["default"])
    return None if holds(production, None) else ABSENT


def _implied(flat: Schema) -> set[str]:
    return {kind for kind, words in _IMPLIED.items() if any(w in flat for w in words)}


def _words(flat: Schema) -> str:
    """Return a property in words, on one line."""
    told = flat.get("description") or flat.get("title") or _kind(flat)
    return " ".join(str(told).split())


def _kind(flat: Schema) -> str:
    """Return the type in words, as errors say it."""
    kinds = sorted(kinds_of(flat) or _implied(flat)) or ["one of several"]
    return f"{' or '.join(kinds)} in JSON"


def _schema_of(value: Any) -> Schema:
    """Return the schema of one listed JSON value."""
    if isinstance(value, Mapping):
        inner = {key: {"const": part} for key, part in value.items()}
        closed = {"required": list(inner), "additionalProperties": False}
        return {"type": "object", "properties": inner, **closed}
    if isinstance(value, list):
        row = [{"const": part} for part in value]
        return {"type": "array", "prefixItems": row, "minItems": len(row)}
    return {"enum": [value]}
