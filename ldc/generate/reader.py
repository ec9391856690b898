"""What the decoding loop reads with: a few texts side by side, each behind a menu."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np

Logits = np.ndarray[tuple[int], np.dtype[np.float32]]
"""Of some token ids, in their order."""


class Reader(Protocol):
    """Reads texts with one model, and keeps the attention cache of menus.

    The texts are numbered from 0. Each begins with a menu, which costs a pass only
    when it is not kept, and goes on with pieces. A text must be read in the same
    pieces to give the same digits. Not thread-safe.
    """

    passes: int
    """Forward passes so far; one pass may read a piece of every text."""
    tokens: int
    """Tokens read so far, those of menus included."""

    def begin(self, menus: Sequence[tuple[int, ...]]) -> None:
        """Drop the texts there are; text i now stands at the end of menus[i]."""
        ...

    def fork(self, sources: Sequence[int]) -> None:
        """Let text i be what text sources[i] was; texts that nobody names are dropped.

        [0, 0, 2] doubles text 0 and drops text 1.
        """
        ...

    def read(
        self, pieces: Sequence[Sequence[int]], wanted: Sequence[Sequence[int]]
    ) -> list[Logits]:
        """Read on in every text, in one forward pass.

        Args:
            pieces: One a text, of at least one token; lengths may differ.
            wanted: One a text, the ids that may come next; none where no one asks.

        Returns:
            One a text, the logits of its wanted ids after its piece.
        """
        ...

    def follow(self, piece: Sequence[int]) -> np.ndarray[tuple[int, int]]:
        """Read on in the only text.

        Returns:
            (tokens of the piece, vocabulary) logits, float32, after each token.
        """
        ...
