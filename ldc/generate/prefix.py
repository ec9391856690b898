"""Reads with `transformers`: texts side by side, each behind a menu that is kept.

A text is always read in the same pieces: the menu, then what was pending at each
choice. In bf16 the pieces change the last digits, so only this makes the same prompt
give the same call whatever was read before, and an episode replay exactly. Texts that
are read side by side differ from one read alone in the last digits.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from ldc.generate.reader import Logits
from ldc.generate.shelf import Shelf

if TYPE_CHECKING:
    from torch import Tensor

    from ldc.generate.room import RoomyLayer

ROOM = 256 << 20
"""Bytes of menus kept; one of 500 tokens takes 23 MB for SmolLM2 in fp32."""


class TorchReader:
    """A `ldc.generate.reader.Reader` on a causal language model.

    Args:
        model: Of `transformers`, in eval mode, with full attention in every layer.
        room: Bytes of attention cache that are kept; the least recently used goes.
    """

    def __init__(self, model: Any, room: int = ROOM) -> None:
        from ldc.generate.folded import fold  # torch takes a while to import

        # On CPU, torch 2.13 multiplies by bf16 weights that need no gradient 2.5 times
        # slower (16 tokens: 65 against 26 ms); no gradient is ever made here.
        self._model = fold(model.requires_grad_(True))
        self._shelf: Shelf[list[RoomyLayer]] = Shelf(room)
        self._layers: list[RoomyLayer] = []
        self._there: Any = None
        """(texts, places) 1 where a place holds a token; None for a single text."""
        self._heads = self._output_rows()
        self.passes = 0
        """Forward passes so far."""
        self.tokens = 0
        """Tokens read so far."""

    @property
    def kept_bytes(self) -> int:
        """What the menus take now."""
        return self._shelf.bytes

    def begin(self, menus: Sequence[tuple[int, ...]]) -> None:
        """Go to the ends of the menus; one that is not kept costs a forward pass."""
        import torch

        from ldc.generate.room import side_by_side

        standing = [self._stand(menu) for menu in menus]
        if len(menus) == 1:
            return
        self._layers = side_by_side(standing)
        longest = self._layers[0].length
        empty = torch.tensor([[longest - len(menu)] for menu in menus])
        self._there = (torch.arange(longest)[None] >= empty).long()

    def fork(self, sources: Sequence[int]) -> None:
        """Let text i be what text sources[i] was; the others are dropped."""
        import torch

        texts = list(sources)
        if self._there is None:
            self._there = torch.ones((1, self._layers[0].length), dtype=torch.long)
        self._layers = [layer.take(texts) for layer in self._layers]
        self._there = self._there[texts]

    def read(
        self, pieces: Sequence[Sequence[int]], wanted: Sequence[Sequence[int]]
    ) -> list[Logits]:
        """Read a piece of every text in one pass; return each text's wanted logits."""
        hidden = self._pass(pieces, head=self._heads is None)
        if self._heads is None:
            return [_numbers(hidden[i, -1, list(ids)]) for i, ids in enumerate(wanted)]
        return [
            _numbers(self._heads[list(ids)].float() @ hidden[i, -1].float())
            for i, ids in enumerate(wanted)
        ]

    def follow(self, piece: Sequence[int]) -> np.ndarray[tuple[int, int]]:
        """Read on in the only text; return (tokens, vocabulary) logits, float32."""
        logits: np.ndarray[tuple[int, int]]
        logits = _numbers(self._pass([piece], head=True, keep=0)[0])
        return logits

    def _stand(self, menu: tuple[int, ...]) -> "list[RoomyLayer]":
        """Let the only text be a menu; return its layers, cut back to it."""
        from ldc.generate.room import RoomyLayer

        self._there = None
        kept = self._shelf.find(menu)
        if kept is None:
            depth = self._model.config.num_hidden_layers
            self._layers = [RoomyLayer() for _ in range(depth)]
            done = 0
            if near := self._shelf.nearest(menu):
                # At least one token is read, or there would be nothing to keep.
                like, done = near[0], min(near[1], len(menu) - 1)
                self._layers = [layer.take([0]) for layer in like]
                _cut(self._layers, done)
            if menu:
                self._pass([menu[done:]], head=False)
            kept = self._layers
            stores = (store for layer in kept for store in layer.store)
            self._shelf.keep(menu, kept, sum(store.nbytes for store in stores))
        _cut(kept, len(menu))  # it holds more after a text, or an interrupted pass
        self._layers = kept
        return kept

    def _pass(
        self, pieces: Sequence[Sequence[int]], *, head: bool, keep: int = 1
    ) -> "Tensor":
        """Run the model, with its output layer or without; shorter pieces end alike."""
        import torch

        from ldc.generate.room import cache_of

        longest = max(map(len, pieces))
        ids = torch.tensor([[0] * (longest - len(p)) + list(p) for p in pieces])
        given: dict[str, Any] = {}
        there = self._there
        if there is not None:
            new = [[0] * (longest - len(p)) + [1] * len(p) for p in pieces]
            there = torch.cat([there, torch.tensor(new)], dim=1)
            places = (there.cumsum(1) - 1).clamp(min=0)[:, -longest:]
            device = self._model.device
            given["attention_mask"] = there.to(device)
            given["position_ids"] = places.to(device)
        if head:
            given["logits_to_keep"] = keep
        model = self._model if head else self._model.base_model
        with torch.inference_mode():
            out = model(
                input_ids=ids.to(self._model.device),
                past_key_values=cache_of(self._layers),
                use_cache=True,
                **given,
            )
        self._there = there
        self.passes += 1
        self.tokens += sum(map(len, pieces))
        found: Tensor = out.logits if head else out.last_hidden_state
        return found

    def _output_rows(self) -> "Tensor | None":
        """Return the output layer's rows, if they alone make the logits.

        They are a fifth of SmolLM2's weights, and a choice needs a few of them. Models
        that scale or bend their logits afterwards are run whole.
        """
        import torch

        layer: Any = self._model.get_output_embeddings()
        if not isinstance(layer, torch.nn.Linear):
            return None
        ids = torch.tensor([[0, 1]], device=self._model.device)
        with torch.inference_mode():
            whole = self._model(input_ids=ids, use_cache=False).logits[0, -1]
            inner = self._model.base_model(input_ids=ids, use_cache=False)
            rows = layer.weight @ inner.last_hidden_state[0, -1]
        same = torch.allclose(whole.float(), rows.float(), atol=0.05, rtol=0.02)
        rows_alone: Tensor = layer.weight.detach()
        return rows_alone if same else None


def _cut(layers: "list[RoomyLayer]", length: int) -> None:
    for layer in layers:
        layer.length = length


def _numbers(tensor: "Tensor") -> Any:
    return tensor.float().cpu().numpy()
