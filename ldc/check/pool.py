"""The inputs that functions are tried on: drawn once for a signature, and kept.

A state can take milliseconds to draw, and a base has a thousand functions of a few
signatures. So states are drawn once, arguments once a signature; both are kept on disk.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, get_args

from ldc import store
from ldc.check.inputs import Arguments, among, draw, states_by_type
from ldc.check.settings import Settings
from ldc.errors import LdcError
from ldc.ir import TaskSpec, digest
from ldc.jail.told import Told, told
from ldc.jail.values import Misfit, codec

Kind = Literal["shown", "held out", "large"]
"""Shown in counterexamples; never shown; for what the others left open."""

APART = 1_000_003
"""Added to the seed once for each kind, so that no two kinds draw the same."""

_memory: dict[tuple[str, type], list[Arguments]] = {}
"""Inputs by digest and by the class of their states: `--watch` reads nothing twice."""


class Pool:
    """Inputs by signature.

    Args:
        task: What is drawn for.
        states: Recorded states; every other one is held out.
        settings: How many to draw, and the seed.
        folder: Where drawn inputs are kept.
        ground: Digest of all that the drawn inputs hang on, but for these arguments.
    """

    def __init__(
        self,
        task: TaskSpec,
        states: Sequence[Any],
        settings: Settings,
        folder: Path,
        ground: str,
    ) -> None:
        self.task = task
        self.recorded = tuple(dict.fromkeys(states))
        self.settings = settings
        self.folder = folder
        self.ground = ground
        self._name = digest(ground, *map(repr, states), repr(settings.seed))

    def inputs(self, wanted: Mapping[str, Any], kind: Kind) -> list[Arguments]:
        """Return inputs for a signature; the state is always among them.

        Args:
            wanted: Parameter -> type.
            kind: What for.
        """
        types = {"state": self.task.state} | dict(wanted)
        size, name = self._named(types, kind)
        place = name, self.task.state
        if place not in _memory:
            _memory[place] = self._kept(name, types) or self._drawn(
                name, types, kind, size
            )
        return _memory[place]

    def read_ahead(self, wanted: Mapping[str, Any]) -> None:
        """Read what is kept for a signature: processes that are forked then have it."""
        types = {"state": self.task.state} | dict(wanted)
        for kind in get_args(Kind):
            _, name = self._named(types, kind)
            if (name, self.task.state) not in _memory:
                rows = self._kept(name, types)
                if rows:
                    _memory[name, self.task.state] = rows

    def _named(self, types: Mapping[str, Any], kind: Kind) -> tuple[int, str]:
        """Return how many inputs to draw, and the digest of all they hang on."""
        size = self.settings.large if kind == "large" else self.settings.examples
        spelled = repr(sorted(types.items(), key=lambda item: item[0]))
        return size, digest(self._name, kind, spelled, str(size))

    def _kept(self, name: str, types: Mapping[str, Any]) -> list[Arguments]:
        """Return inputs from disk; none when they are damaged."""
        try:
            rows = store.read_json(self.folder / f"{name}.json")
            return [
                Told(
                    {n: _value(codec(t).decode, row[n]) for n, t in types.items()}, row
                )
                for row in rows
            ]
        except (LdcError, Misfit, KeyError, TypeError, ValueError):
            return []

    def _drawn(
        self, name: str, types: Mapping[str, Any], kind: Kind, size: int
    ) -> list[Arguments]:
        seed = self.settings.seed + APART * ("shown", "held out", "large").index(kind)
        rows: list[Arguments]
        if set(types) == {"state"}:
            rows = [{"state": state} for state in self._states(kind, size, seed)]
        else:
            states = [row["state"] for row in self.inputs({}, kind)]
            rows = draw(among(self.task, types, states), examples=size, seed=seed)
        texts = [
            {n: told(row[n], declared) for n, declared in types.items()} for row in rows
        ]
        store.write_text(self.folder / f"{name}.json", store.canonical(texts))
        return [Told(row, said) for row, said in zip(rows, texts, strict=True)]

    def _states(self, kind: Kind, size: int, seed: int) -> list[Any]:
        """Return recorded states, up to half, then states made by type."""
        shares = {
            "shown": self.recorded[::2],
            "held out": self.recorded[1::2],
            "large": self.recorded,
        }
        recorded = list(shares[kind][: size // 2])
        made = draw(states_by_type(self.task), examples=size - len(recorded), seed=seed)
        return recorded + [row["state"] for row in made]


@lru_cache(maxsize=20_000)
def _value(decode: Callable[[Any], Any], text: str) -> Any:
    return decode(json.loads(text))
