"""What a run may spend on the teacher, in calls and dollars, counted ahead."""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from ldc.author.ledger import Request

LETTERS = 3
"""Letters a token, at least: what a prompt is estimated by before it is counted."""


class Capped(Exception):
    """The next call could cost more than is left; says which limit.

    Args:
        limit: "--max-calls" or "--max-cost".
    """

    def __init__(self, limit: str) -> None:
        super().__init__(limit)
        self.limit = limit


class Purse:
    """Counts calls and dollars of one run, over all its threads.

    Args:
        price: Dollars for a million tokens, read and written.
        max_calls: Of this run; what the ledger answers is no call.
        max_cost: In dollars; no call begins that could exceed it.
    """

    def __init__(
        self,
        price: tuple[float, float] = (0.0, 0.0),
        *,
        max_calls: float = math.inf,
        max_cost: float = math.inf,
    ) -> None:
        self.price = price
        self.calls = 0
        self.spent = 0.0
        self._max_calls = max_calls
        self._max_cost = max_cost
        self._held = 0.0
        self._lock = Lock()

    @contextmanager
    def call(self, request: Request) -> Iterator[list[float]]:
        """Set aside what a call can cost at most; put its cost into the list.

        A call that fails counts as none.

        Raises:
            Capped: Too little is left.
        """
        most = self.most(request)
        with self._lock:
            if self.calls + 1 > self._max_calls:
                raise Capped("--max-calls")
            if self.spent + self._held + most > self._max_cost:
                raise Capped("--max-cost")
            self.calls += 1
            self._held += most
        cost: list[float] = []
        try:
            yield cost
        finally:
            with self._lock:
                self._held -= most
                self.spent += sum(cost)
                self.calls -= not cost

    def most(self, request: Request) -> float:
        """Return the dollars that a call can cost at most."""
        letters = sum(len(text) for _, text in request.messages)
        read, written = self.price
        return (read * letters / LETTERS + written * request.max_tokens) / 1_000_000
