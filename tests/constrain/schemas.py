"""Random JSON Schemas and random values of theirs, by the JSON Schema rules alone."""

import random
import string
from typing import Any

Schema = dict[str, Any]

KEYS = ("id", "name", "from", "start-date", "x", "2nd", "größe", "Class", "ok?", "id_")

LETTERS = string.ascii_letters + " '\"\\\n-é😀"

PATTERNS = ("^[a-z]{1,4}$", "^(red|green|it's)$", "[0-9]{2}", "^\\d{3}-\\d{2}$")
"""Expressions of which `_text` knows values."""


def schema(rng: random.Random, depth: int = 3) -> Schema:
    """Return a random schema whose values nest at most so deep."""
    kinds = [
        "string",
        "pattern",
        "integer",
        "number",
        "boolean",
        "null",
        "enum",
        "const",
    ]
    if depth:
        kinds += ["array", "row", "object", "object", "union", "types", "nullable"]
    match rng.choice(kinds):
        case "string":
            least = rng.randint(0, 2)
            return {
                "type": "string",
                "minLength": least,
                "maxLength": least + rng.randint(0, 9),
            }
        case "pattern":
            return {"type": "string", "pattern": rng.choice(PATTERNS), "maxLength": 8}
        case "integer":
            low = rng.randint(-400, 100)
            bound = rng.choice(["minimum", "exclusiveMinimum"])
            step = {"multipleOf": rng.choice([2, 5, 7])} if rng.random() < 0.3 else {}
            return {
                "type": "integer",
                bound: low,
                "maximum": low + rng.randint(20, 700),
                **step,
            }
        case "number":
            low = rng.randint(-9, 9)
            size = rng.choice([0.5, 0.1, 0.25, 1])
            return {
                "type": "number",
                "minimum": low,
                "exclusiveMaximum": low + 3,
                "multipleOf": size,
            }
        case "enum":
            values = ["a", "b", "it's", 1, 2.5, True, None, 0, "1"]
            return {"enum": rng.sample(values, rng.randint(1, 5))}
        case "const":
            return {"const": rng.choice(["only", 7, False, None])}
        case "array":
            least = rng.randint(0, 2)
            items = schema(rng, depth - 1)
            return {
                "type": "array",
                "items": items,
                "minItems": least,
                "maxItems": least + rng.randint(0, 2),
            }
        case "row":
            parts = [schema(rng, depth - 1) for _ in range(rng.randint(1, 3))]
            return {
                "type": "array",
                "prefixItems": parts,
                "items": False,
                "minItems": rng.randint(0, len(parts)),
            }
        case "object":
            return an_object(rng, depth - 1)
        case "union":
            return {"anyOf": [schema(rng, depth - 1) for _ in range(rng.randint(1, 3))]}
        case "types":
            return {
                "type": ["integer", "string", "null"],
                "minimum": 0,
                "maximum": 9,
                "maxLength": 3,
            }
        case "nullable":
            return {"anyOf": [schema(rng, depth - 1), {"type": "null"}]}
        case kind:
            return {"type": kind}


def an_object(rng: random.Random, depth: int) -> Schema:
    """Return a random schema of an object."""
    keys = rng.sample(KEYS, rng.randint(0, 4))
    properties = {key: schema(rng, depth) for key in keys}
    required = [key for key in keys if rng.random() < 0.5]
    for key, inner in properties.items():
        if rng.random() < 0.4:
            properties[key] = {**inner, "default": value(inner, rng)}
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def value(told: Schema, rng: random.Random) -> Any:
    """Return a random value of a schema that `schema` made."""
    if "anyOf" in told:
        return value(rng.choice(told["anyOf"]), rng)
    if "const" in told or "enum" in told:
        return rng.choice(told.get("enum", [told.get("const")]))
    kind = told["type"]
    match rng.choice(kind) if isinstance(kind, list) else kind:
        case "string":
            return _text(told, rng)
        case "integer":
            low = told.get("minimum", told.get("exclusiveMinimum", -1) + 1)
            step = told.get("multipleOf", 1)
            return rng.randint(-(-low // step), told["maximum"] // step) * step
        case "number":
            step = told["multipleOf"]
            places = round((told["exclusiveMaximum"] - told["minimum"]) / step)
            first = round(told["minimum"] / step)
            found = round((first + rng.randrange(places)) * step, 6)
            return (
                int(found)
                if found == int(found) and rng.random() < 0.3
                else float(found)
            )
        case "boolean":
            return rng.random() < 0.5
        case "array" if "prefixItems" in told:
            parts = told["prefixItems"]
            many = rng.randint(told["minItems"], len(parts))
            return [value(part, rng) for part in parts[:many]]
        case "array":
            many = rng.randint(told["minItems"], told["maxItems"])
            return [value(told["items"], rng) for _ in range(many)]
        case "object":
            return {
                key: value(inner, rng)
                for key, inner in told["properties"].items()
                if key in told["required"] or rng.random() < 0.5
            }
    return None


def _text(told: Schema, rng: random.Random) -> str:
    match told.get("pattern"):
        case "^[a-z]{1,4}$":
            return "".join(rng.choices(string.ascii_lowercase, k=rng.randint(1, 4)))
        case "^(red|green|it's)$":
            return rng.choice(["red", "green", "it's"])
        case "[0-9]{2}":
            around = "".join(rng.choices(LETTERS, k=rng.randint(0, 5)))
            return around[:2] + str(rng.randint(10, 99)) + around[2:]
        case "^\\d{3}-\\d{2}$":
            return f"{rng.randint(100, 999)}-{rng.randint(10, 99)}"
    many = rng.randint(told.get("minLength", 0), told["maxLength"])
    return "".join(rng.choices(LETTERS, k=many))
