"""A jail for texts that belong to no task: no state module, no declared types."""

import marshal
from collections.abc import Callable, Mapping
from typing import Any

from ldc.errors import JailError, did_you_mean
from ldc.jail.host import Jail
from ldc.jail.plain import plain
from ldc.jail.values import Misfit
from ldc.jail.walls import ALL, Walls


class Yard(Jail):
    """Functions by their texts, called with plain values; for trials of the walls.

    Args:
        texts: Name of a function -> text of its file.
        seconds: As of `Jail`.
        memory: As of `Jail`.
        walls: As of `Jail`.
        without: As of `Jail`.
        weak: As of `Jail`.
    """

    def __init__(
        self,
        texts: Mapping[str, str],
        *,
        seconds: float = 1.0,
        memory: int = 256 << 20,
        walls: Walls = ALL,
        without: frozenset[str] = frozenset(),
        weak: bool | None = None,
    ) -> None:
        super().__init__(
            None,
            (),
            seconds=seconds,
            memory=memory,
            walls=walls,
            without=without,
            weak=weak,
        )
        self._texts = dict(texts)

    def _encoder(self, name: str) -> Callable[[Mapping[str, Any]], Any]:
        if name not in self._texts:
            mend = did_you_mean(name, [*self._texts])
            raise JailError("jail", f"function {name!r} is not here", mend)
        return _plain

    def _decoder(self, name: str) -> Any:
        return plain

    def _sources(self) -> list[dict[str, Any]]:
        return [
            {"path": f"{name}.py", "text": text, "names": [name], "typed": False}
            for name, text in self._texts.items()
        ]


def _plain(arguments: Mapping[str, Any]) -> dict[str, Any]:
    data = dict(arguments)
    try:
        marshal.dumps(data)
    except ValueError:
        raise Misfit(arguments, "made of plain values") from None
    return data
