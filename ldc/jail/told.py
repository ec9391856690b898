"""Arguments as the texts that cross into the jail, made once for many calls."""

from collections.abc import Mapping
from typing import Any

from ldc.jail.jsons import told_json
from ldc.jail.values import codec


class Told(dict[str, Any]):
    """Arguments whose texts are known; a mapping like any other.

    Args:
        values: Parameter -> value.
        texts: Parameter -> JSON text, as `told` makes it.
    """

    __slots__ = ("texts",)

    def __init__(self, values: Mapping[str, Any], texts: Mapping[str, str]) -> None:
        super().__init__(values)
        self.texts = texts

    def only(self, names: tuple[str, ...]) -> "Told":
        """Return those of the arguments that are named."""
        return Told({name: self[name] for name in names}, self.texts)


def told(value: Any, declared: Any) -> str:
    """Return the JSON text of a value of that type; raises Misfit, NoCodec."""
    return told_json(codec(declared).encode(value))
