"""Counts in the jail what a call costs and where it went, by the woven counters."""

from collections.abc import Callable
from itertools import repeat
from statistics import median
from time import perf_counter
from typing import Any

from ldc.jail.weave import BURN, MARK

FEW = 400
"""Calls whose time is kept; the median of so many is steady."""


class OutOfFuel(Exception):
    """A call took more steps than it may."""


class Meter:
    """The counters of one worker.

    Args:
        fuel: Steps that one call may take.
    """

    def __init__(self, fuel: int) -> None:
        self.fuel = fuel
        self.most = 0
        """Steps of the longest call so far."""
        self.reached: set[int] = set()
        """Branches that were entered."""
        self._seconds: list[float] = []

    def call(
        self, namespace: dict[str, Any], function: Callable[..., Any], values: Any
    ) -> Any:
        """Return what a function returns; raises OutOfFuel when it takes too long."""
        # Its `__next__` is the cheapest count there is; it raises StopIteration at the
        # end, which a file might swallow, so the end is looked up afterwards.
        tank = repeat(None, self.fuel)
        namespace[BURN] = tank.__next__
        namespace[MARK] = self.reached.add
        start = perf_counter()
        try:
            returned = function(**values)
        except BaseException as error:
            if tank.__length_hint__():
                raise
            raise OutOfFuel(f"it takes more than {self.fuel} steps") from error
        if len(self._seconds) < FEW:
            self._seconds.append(perf_counter() - start)
        left = tank.__length_hint__()
        if not left:
            raise OutOfFuel(f"it takes more than {self.fuel} steps")
        self.most = max(self.most, self.fuel - left)
        return returned

    def told(self) -> dict[str, Any]:
        """Return the counts so far, as JSON."""
        return {
            "most": self.most,
            "reached": sorted(self.reached),
            "microseconds": 1e6 * median(self._seconds) if self._seconds else 0.0,
        }
