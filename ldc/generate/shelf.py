"""Keeps attention caches by the tokens they hold; the least recently used goes."""

from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

Kept = TypeVar("Kept")
"""What a reader needs to go on after some tokens: tensors, or a sequence's number."""

Ids = tuple[int, ...]

SHARED = 128
"""Tokens that two menus must begin with alike before one is built upon the other."""


class Shelf(Generic[Kept]):
    """A table of caches, bounded in bytes; the newest is kept whatever it takes.

    Args:
        room: Bytes.
        drop: Told of each cache that makes room.
    """

    def __init__(
        self, room: int, drop: Callable[[Kept], None] = lambda kept: None
    ) -> None:
        self._room, self._drop = room, drop
        self._caches: OrderedDict[Ids, tuple[Kept, int]] = OrderedDict()
        self.bytes = 0
        """What the caches take now."""

    def find(self, ids: Ids) -> Kept | None:
        """Return the cache of these tokens, and count it as used."""
        if ids not in self._caches:
            return None
        self._caches.move_to_end(ids)
        return self._caches[ids][0]

    def nearest(self, ids: Ids) -> tuple[Kept, int] | None:
        """Return the cache that begins most like these tokens, and for how many.

        None below `SHARED`. In bf16 the pieces that a text is read in change its last
        digits, so less is not worth a menu that depends on what was read before.
        """
        best, longest = None, SHARED - 1
        for known, (kept, _) in self._caches.items():
            alike = common(known, ids)
            if alike > longest:
                best, longest = (kept, alike), alike
        return best

    def keep(self, ids: Ids, kept: Kept, size: int) -> None:
        """Add a cache of so many bytes; others make room."""
        self._caches[ids] = kept, size
        self.bytes += size
        while self.bytes > self._room and len(self._caches) > 1:
            _, (dropped, freed) = self._caches.popitem(last=False)
            self.bytes -= freed
            self._drop(dropped)


def common(one: Ids, other: Ids) -> int:
    """Return how many tokens two texts begin with alike."""
    both = min(len(one), len(other))
    if one[:both] == other[:both]:
        return both
    return next(i for i in range(both) if one[i] != other[i])
