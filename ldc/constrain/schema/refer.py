"""A JSON Schema without `$ref` and `allOf` on top."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote

from ldc.constrain.schema.dialects import modern
from ldc.constrain.schema.merge import Schema, merged
from ldc.constrain.schema.shape import demand_shape
from ldc.errors import GrammarError

Opened = tuple[str, ...]
"""References that a schema stands in; one that holds itself is there more than once."""


class Endless(GrammarError):
    """A reference that has been written out as deep as the bounds say."""


class Root:
    """The schema that references point into.

    Args:
        schema: The whole schema of a function's parameters.
        depth: How often a reference may stand in itself; None to refuse one that does.
    """

    def __init__(self, schema: Any, depth: int | None) -> None:
        self._schema = schema
        self._depth = depth

    def flat(self, schema: Any, path: str, opened: Opened) -> tuple[Schema, Opened]:
        """Return a schema with its references and `allOf` written out.

        Args:
            schema: A schema, or True or False.
            path: Where it stands, as errors name it.
            opened: References that it stands in.

        Returns:
            The schema, and the references that its parts stand in.

        Raises:
            Endless: a reference stands in itself too often.
            GrammarError: a reference to nothing, to elsewhere, or to itself alone.
        """
        found, here = self._shaped(schema, path), len(opened)
        while "$ref" in found:
            name = found["$ref"]
            if name in opened[here:]:
                what = f"{name!r} refers to itself and to nothing else"
                raise GrammarError(path, what, "say what it is")
            if opened.count(name) > (self._depth or 0):
                raise self._endless(name, path)
            opened = (*opened, name)
            beside = {key: value for key, value in found.items() if key != "$ref"}
            found = merged(self._shaped(self._at(name, path), path), beside, path)
        parts = found.get("allOf", ())
        found = {key: value for key, value in found.items() if key != "allOf"}
        for part in parts:
            inner, opened = self.flat(part, f"{path}/allOf", opened)
            found = merged(found, inner, path)
        return found, opened

    def _shaped(self, schema: Any, path: str) -> Schema:
        """Return a schema as an object of known keywords."""
        if isinstance(schema, bool):
            return {} if schema else {"enum": []}
        if not isinstance(schema, Mapping):
            what = f"{schema!r} is no JSON Schema"
            raise GrammarError(path, what, "write an object such as {'type': 'string'}")
        found = modern(schema)
        demand_shape(found, path)
        return found

    def _at(self, name: str, path: str) -> Any:
        """Return what a reference points to: `#/$defs/Point`."""
        here, steps = self._schema, unquote(name).split("/")
        for step in steps[1:]:
            key = step.replace("~1", "/").replace("~0", "~")
            if isinstance(here, list) and key.isdecimal() and int(key) < len(here):
                here = here[int(key)]
            else:
                here = here.get(key) if isinstance(here, Mapping) else None
        if steps[0] != "#" or not isinstance(here, Mapping | bool):
            mend = "put it into $defs of the parameters: '#/$defs/Name'"
            raise GrammarError(path, f"{name!r} refers to nothing here", mend)
        return here

    def _endless(self, name: str, path: str) -> GrammarError:
        what = f"{name!r} holds itself: its values have no largest"
        mend = "write it out as deep as it is needed"
        if self._depth is None:
            return GrammarError(path, what, mend)
        return Endless(path, what, f"{mend}, or let it be left out inside")
