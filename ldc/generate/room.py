"""An attention cache of `transformers` that grows in place and shrinks for nothing."""

from typing import Any

import torch
from transformers.cache_utils import Cache, DynamicLayer

SPARE = 256
"""Tokens of room beyond those that are there, whenever it must grow."""


class RoomyLayer(DynamicLayer):  # type: ignore[no-untyped-call]
    """One layer's keys and values: (texts, heads, room, width), of which a part is set.

    What lies beyond that part is not even zero: nobody reads it before it is written.
    `DynamicLayer` copies all of it at every pass, which for a menu of 500 tokens takes
    a tenth of the pass.
    """

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.length = 0
        self.store: list[torch.Tensor] = []
        """Keys and values with their room."""

    def update(
        self,
        key_states: torch.Tensor,
        value_states: torch.Tensor,
        *args: Any,
        **kwargs: Any,
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Append the new tokens; return all keys and values."""
        start, end = self.length, self.length + key_states.shape[-2]
        new = [key_states, value_states]
        if not self.store or self.store[0].shape[-2] < end:
            self.store = [grown(t, end + SPARE, self.set(i)) for i, t in enumerate(new)]
        for held, states in zip(self.store, new, strict=True):
            held[..., start:end, :] = states
        self.length = end
        return self.set(0), self.set(1)

    def set(self, which: int) -> Any:
        """Return the keys (0) or values (1) that are there; nothing at first."""
        return self.store[which][..., : self.length, :] if self.store else None

    def get_seq_length(self) -> int:
        """Return how many tokens are there."""
        return self.length

    def take(self, texts: list[int]) -> "RoomyLayer":
        """Return a copy for these texts, in this order."""
        taken = RoomyLayer()
        taken.length = self.length
        for i, held in enumerate(self.store):
            fresh = held.new_empty((len(texts), *held.shape[1:]))
            for place, text in enumerate(texts):
                fresh[place, :, : self.length] = self.set(i)[text]
            taken.store.append(fresh)
        return taken


def grown(like: torch.Tensor, room: int, old: torch.Tensor | None) -> torch.Tensor:
    """Return a tensor with room for so many tokens that begins with the old ones."""
    texts, heads, _, width = like.shape
    fresh = like.new_empty((texts, heads, room, width))
    if old is not None:
        fresh[:, :, : old.shape[-2]] = old
    return fresh


def cache_of(layers: list[RoomyLayer]) -> Cache:
    """Return what a model takes as `past_key_values`."""
    return Cache(layers=list(layers))


def side_by_side(parts: list[list[RoomyLayer]]) -> list[RoomyLayer]:
    """Return one text of each part as a batch; shorter ones begin with empty places."""
    longest = max(part[0].length for part in parts)
    joined = []
    for layers in zip(*parts, strict=True):
        layer = RoomyLayer()
        layer.length = longest
        for i in range(2 if longest else 0):
            like = next(one.store[i] for one in layers if one.store)
            batch = like.new_empty(
                (len(parts), like.shape[1], longest + SPARE, like.shape[3])
            )
            for text, one in enumerate(layers):
                batch[text, :, : longest - one.length] = 0  # no weight times NaN is 0
                if one.length:
                    batch[text, :, longest - one.length : longest] = one.set(i)[0]
            layer.store.append(batch)
        joined.append(layer)
    return joined
