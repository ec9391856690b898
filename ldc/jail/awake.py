"""Waits for an answer awake, as long as that has paid lately.

To be woken on another core costs more than a small call does. Where the worker has a
core of its own, the host looks again and again for a moment, and nobody need be woken.
Where the two share one, looking would only keep the worker from running: after each
look in vain the next ones are left out, twice as many each time.
"""

from collections.abc import Callable
from time import monotonic

MOMENT = 100e-6
"""Seconds."""

MOST = 12
"""Doublings of the pause."""


class Awake:
    """Remembers what looking has brought."""

    def __init__(self) -> None:
        self._vain = self._pause = 0

    def look(self, take: Callable[[], bytes]) -> bytes:
        """Return what can be taken within a moment, or nothing."""
        if self._pause:
            self._pause -= 1
            return b""
        end = monotonic() + MOMENT
        while monotonic() < end:
            if taken := take():
                self._vain = 0
                return taken
        self._vain = min(self._vain + 1, MOST)
        self._pause = 4 << self._vain
        return b""
