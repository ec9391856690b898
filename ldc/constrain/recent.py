"""Things made lately, found again without being compared part by part."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any


class Recent:
    """Keeps what was made last, each under a key. Not thread-safe.

    A key may name objects by `id`: those that are held beside what was made stay alive,
    so that no other object takes their place.

    Args:
        room: How many are kept; the one used least recently makes room.
    """

    def __init__(self, room: int) -> None:
        self._room = room
        self._kept: OrderedDict[Hashable, tuple[Any, Any]] = OrderedDict()

    def find(self, key: Hashable, held: Any, make: Callable[[], Any]) -> Any:
        """Return what was made under a key, or make it.

        Args:
            key: Names all that `make` depends on.
            held: The objects that the key names by `id`.
            make: Makes it; what it raises is not kept.
        """
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key][1]
        made = make()
        self._kept[key] = held, made
        if len(self._kept) > self._room:
            self._kept.popitem(last=False)
        return made

    def clear(self) -> None:
        """Forget everything."""
        self._kept.clear()
