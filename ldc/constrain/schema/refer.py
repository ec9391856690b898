"""A JSON Schema without `$ref` and `allOf` on top."""

from collections.abc import Mapping
from typing import Any

from ldc.constrain.schema.merge import Schema, merged
from ldc.constrain.schema.shape import demand_shape
from ldc.errors import GrammarError

_TYPES = {
    "dict": "object",
    "float": "number",
    "tuple": "array",
    "list": "array",
    "int": "integer",
    "str": "string",
    "bool": "boolean",
}
"""Python's names of types, as the Berkeley function calling data set has them."""


class Root:
    """The schema that references point into.

    Args:
        schema: The whole schema of a function's parameters.
    """

    def __init__(self, schema: Any) -> None:
        self._schema = schema

    def flat(
        self, schema: Any, path: str, opened: tuple[str, ...]
    ) -> tuple[Schema, tuple[str, ...]]:
        """Return a schema with its references and `allOf` written out.

        Args:
            schema: A schema, or True or False.
            path: Where it stands, as errors name it.
            opened: References that it stands in.

        Returns:
            The schema, and the references that its parts stand in.

        Raises:
            GrammarError: a reference to nothing, to elsewhere, or to what it stands in.
        """
        if isinstance(schema, bool):
            return ({} if schema else {"enum": []}), opened
        if not isinstance(schema, Mapping):
            what = f"{schema!r} is no JSON Schema"
            raise GrammarError(path, what, "write an object such as {'type': 'string'}")
        demand_shape(schema, path)
        found: Schema = schema
        while "$ref" in found:
            name = found["$ref"]
            if name in opened:
                what = f"{name!r} holds itself: its values have no largest"
                raise GrammarError(path, what, "write it out as deep as it is needed")
            opened = (*opened, name)
            beside = {key: value for key, value in found.items() if key != "$ref"}
            aim = self._at(name, path)
            demand_shape(aim, path)
            found = merged(aim, beside, path)
        parts = found.get("allOf", ())
        found = {key: value for key, value in found.items() if key != "allOf"}
        for part in parts:
            inner, opened = self.flat(part, f"{path}/allOf", opened)
            found = merged(found, inner, path)
        if "type" in found:
            found = {**found, "type": _known_types(found["type"])}
        return found, opened

    def _at(self, name: str, path: str) -> Schema:
        """Return what a reference points to: `#/$defs/Point`."""
        here = self._schema
        for step in name.split("/")[1:]:
            key = step.replace("~1", "/").replace("~0", "~")
            here = here.get(key) if isinstance(here, Mapping) else None
        if not name.startswith("#") or not isinstance(here, Mapping):
            mend = "put it into $defs of the parameters: '#/$defs/Name'"
            raise GrammarError(path, f"{name!r} refers to nothing here", mend)
        return here


def _known_types(told: Any) -> Any:
    if isinstance(told, str):
        return _TYPES.get(told, told)
    return [_TYPES.get(one, one) for one in told]
