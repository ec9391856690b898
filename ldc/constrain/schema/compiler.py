"""From a JSON Schema to its production, or to an error that says where and the mend."""

import contextlib
import math
from collections.abc import Mapping
from dataclasses import field, make_dataclass
from itertools import combinations, permutations
from typing import Any

from ldc.constrain.annotations import slot_of
from ldc.constrain.forms import Production, Slot
from ldc.constrain.productions import (
    choice,
    count,
    either,
    holds,
    nth,
    record,
    repeat,
    sequence,
    ways,
)
from ldc.constrain.scalars import STEPS
from ldc.constrain.schema.apart import apart, kinds_of, listed_values, may_take
from ldc.constrain.schema.bounds import Bounds
from ldc.constrain.schema.json_values import from_json
from ldc.constrain.schema.merge import REMARKS, Schema, merged
from ldc.constrain.schema.names import class_name, python_name
from ldc.constrain.schema.property import ABSENT, KEY, Property, key_of
from ldc.constrain.schema.refer import Root
from ldc.constrain.schema.scalars import number, text
from ldc.errors import GrammarError
from ldc.ir import REQUIRED

Opened = tuple[str, ...]

MOST_ITEMS = 64
"""Items of an array, whatever its schema allows."""

_CANNOT = {
    *("not", "if", "then", "else", "patternProperties", "propertyNames", "contains"),
    *("minProperties", "maxProperties", "dependentRequired", "dependentSchemas"),
    *("unevaluatedProperties", "unevaluatedItems", "$dynamicRef", "dependencies"),
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
        self._root = Root(root)
        self._bounds = bounds
        self._classes: set[str] = set()

    def parameters(self, schema: Any, path: str) -> tuple[Slot, ...]:
        """Return the parameters of the function; none for an empty schema.

        Raises:
            GrammarError: it is no schema of an object, or one without a grammar.
        """
        flat, opened = self._root.flat(schema, path, ())
        open_ended = [key for key in ("anyOf", "oneOf", *_CANNOT) if key in flat]
        if open_ended or not (kinds_of(flat) or {"object"}) <= {"object"}:
            what = f"the parameters are {dict(flat)!r}"
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
        found: dict[str, Slot] = {}
        for key, inner in properties.items():
            here = f"{path}/properties/{key}"
            flat, _ = self._root.flat(inner, here, opened)
            production = self.of(inner, here, key, opened)
            default = REQUIRED if key in required else _default(production, flat)
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
        cannot = sorted(_CANNOT & set(flat))
        if cannot:
            mend = "say it with properties, enum, anyOf and bounds"
            raise GrammarError(path, f"no grammar for {cannot[0]!r}", mend)
        null = [choice([None])] if flat.get("nullable") is True else []
        values = listed_values(flat)
        if values is not None:
            rest = {k: v for k, v in flat.items() if k not in ("enum", "const")}
            kept = [_frozen(v, path) for v in values if may_take(rest, v)]
            return either([choice(kept), *null])
        for keyword in ("anyOf", "oneOf"):
            if keyword in flat:
                return either([*self._union(flat, keyword, path, key, opened), *null])
        kinds = kinds_of(flat) or _implied(flat)
        if not kinds:
            mend = "say a type, an enum, or what it may be with anyOf"
            raise GrammarError(path, "it may be any value", mend)
        told = flat.get("title") or key
        options = [self._kind(kind, flat, path, told, opened) for kind in sorted(kinds)]
        return either([*options, *null])

    def _union(
        self, flat: Schema, keyword: str, path: str, key: str, opened: Opened
    ) -> list[Production]:
        """Return the options of a union, each with what is said beside it."""
        beside = {k: v for k, v in flat.items() if k != keyword and k not in REMARKS}
        options, found = [], []
        for i, part in enumerate(flat[keyword]):
            here = f"{path}/{keyword}/{i}"
            inner, within = self._root.flat(part, here, opened)
            options.append(merged(beside, inner, here))
            found.append(self.of(options[-1], here, key, within))
        if keyword == "oneOf":
            for (i, one), (j, two) in combinations(enumerate(options), 2):
                if not apart(one, two, lambda part: self._root.flat(part, path, ())[0]):
                    what = f"a value may fit the options {i} and {j} of oneOf at once"
                    raise GrammarError(path, what, "write anyOf, or tell them apart")
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
                return self._array(flat, path, told, opened)
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
        slots = self.slots(flat, path, opened)
        fields = [(slot.name, Any, _field(slot)) for slot in slots]
        return record(make_dataclass(name, fields, frozen=True, kw_only=True), slots)

    def _array(self, flat: Schema, path: str, told: str, opened: Opened) -> Production:
        least, most, items = (
            flat.get("minItems", 0),
            flat.get("maxItems"),
            flat.get("items"),
        )
        first = flat.get("prefixItems", items if isinstance(items, list) else None)
        if first is not None:
            parts = [
                self.of(part, f"{path}/prefixItems/{i}", told, opened)
                for i, part in enumerate(first)
            ]
            most = len(parts) if most is None else min(most, len(parts))
            return either(sequence(tuple(parts[:n])) for n in range(least, most + 1))
        if items is None:
            mend = "write items: what one element is"
            raise GrammarError(path, "the array may hold anything", mend)
        if most is None:
            if self._bounds is None:
                what = "the array may be of any length"
                raise GrammarError(path, what, "write maxItems")
            most = max(self._bounds.items, least)
        if least > MOST_ITEMS:
            what = f"the array has {least} items at least"
            raise GrammarError(path, what, f"ask for at most {MOST_ITEMS}")
        most = min(most, MOST_ITEMS)
        item = self.of(items, f"{path}/items", told, opened)
        if flat.get("uniqueItems") is True and most > 1:
            return _unique(item, least, most, path)
        return repeat(item, least, most)


def _field(slot: Slot) -> Any:
    """Return a dataclass field for a slot."""
    metadata = {KEY: key_of(slot)}
    if slot.default.values:
        return field(default=slot.default.values[0], metadata=metadata)
    return field(metadata=metadata)


def _unique(item: Production, least: int, most: int, path: str) -> Production:
    """Return the arrays without repetition, listed."""
    many = count(item)
    most = min(most, many)
    total = (
        sum(math.perm(many, n) for n in range(least, most + 1))
        if many <= STEPS
        else STEPS + 1
    )
    if total > STEPS:
        mend = f"drop uniqueItems, or leave at most {STEPS} arrays"
        raise GrammarError(path, "too many arrays without repetition to list", mend)
    values = [nth(item, i) for i in range(many)]
    return choice(
        row for n in range(least, most + 1) for row in permutations(values, n)
    )


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


def _frozen(value: Any, path: str) -> Any:
    """Return a listed JSON value as Python has it."""
    if isinstance(value, list):
        return tuple(_frozen(item, path) for item in value)
    if isinstance(value, Mapping):
        mend = "write it as an object schema of consts"
        raise GrammarError(path, f"no grammar for the listed object {value!r}", mend)
    return value
