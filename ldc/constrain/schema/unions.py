"""The options of `anyOf` and `oneOf`, each with what is said beside it."""

from itertools import combinations
from typing import Any

from ldc.constrain.schema.apart import apart
from ldc.constrain.schema.equal import among
from ldc.constrain.schema.listed import listed_values
from ldc.constrain.schema.merge import REMARKS, Schema, merged
from ldc.constrain.schema.refer import Opened, Root
from ldc.errors import GrammarError

Option = tuple[Schema, str, Opened]
"""A schema, its path, and the references that it stands in."""


def options_of(
    flat: Schema, keyword: str, path: str, root: Root, opened: Opened
) -> list[Option]:
    """Return the options of a union.

    Args:
        flat: With the keyword.
        keyword: "anyOf" or "oneOf".
        path: Where it stands.
        root: Resolves references.
        opened: References that it stands in.

    Raises:
        GrammarError: options of `oneOf` that one value may fit.
    """
    beside = {k: v for k, v in flat.items() if k != keyword and k not in REMARKS}
    parts: list[Option] = []
    for i, part in enumerate(flat[keyword]):
        here = f"{path}/{keyword}/{i}"
        inner, within = root.flat(part, here, opened)
        parts.append((inner, here, within))
    if keyword == "oneOf":
        keys = _one_key_each(parts)
        if keys:
            return [
                (
                    {**merged(beside, part, here), **_but(beside, keys, key)},
                    here,
                    within,
                )
                for (part, here, within), key in zip(parts, keys, strict=True)
            ]
    found = [
        (root.flat(merged(beside, inner, here), here, within)[0], here, within)
        for inner, here, within in parts
    ]
    return _exactly_one(found, path, root) if keyword == "oneOf" else found


def _exactly_one(found: list[Option], path: str, root: Root) -> list[Option]:
    """Return options that no value fits two of."""
    listed = [listed_values(schema) for schema, _, _ in found]
    if all(values is not None for values in listed):
        rows = [values or [] for values in listed]
        return [
            ({**schema, "enum": [v for v in row if _alone(v, i, rows)]}, here, within)
            for i, (row, (schema, here, within)) in enumerate(
                zip(rows, found, strict=True)
            )
        ]
    for (i, (one, _, _)), (j, (two, _, _)) in combinations(enumerate(found), 2):
        if not apart(one, two, lambda part: root.flat(part, path, ())[0]):
            what = f"a value may fit the options {i} and {j} of oneOf at once"
            raise GrammarError(path, what, "write anyOf, or tell them apart")
    return found


def _alone(value: Any, place: int, rows: list[list[Any]]) -> bool:
    return not any(among(value, row) for i, row in enumerate(rows) if i != place)


def _one_key_each(parts: list[Option]) -> list[str]:
    """Return the keys of `oneOf: [{required: [id]}, {required: [name]}]`, else none."""
    keys = [part.get("required", ()) for part, _, _ in parts]
    alike = all(
        set(part) <= {"required", *REMARKS} and len(required) == 1
        for (part, _, _), required in zip(parts, keys, strict=True)
    )
    found = [required[0] for required in keys] if alike else []
    return found if len(found) == len(set(found)) else []


def _but(beside: Schema, keys: list[str], own: str) -> dict[str, Any]:
    """Return the properties without the keys that other options ask for."""
    others = set(keys) - {own}
    properties = beside.get("properties", {})
    return {"properties": {k: v for k, v in properties.items() if k not in others}}
