"""Answers requests: from the ledger where they stand in it, else by the teacher."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from ldc import store
from ldc.author.ledger import Entry, Ledger, Request
from ldc.author.purse import Purse
from ldc.author.teacher import Teacher
from ldc.errors import TeacherError


class Asking:
    """Answers requests within what a run may spend.

    Args:
        ledger: Where every call is kept before anything is made of it.
        teacher: Asked for what the ledger lacks; None when offline.
        purse: What may be spent.
        parallel: Calls in flight at once, at most.
    """

    def __init__(
        self,
        ledger: Ledger,
        teacher: Teacher | None,
        purse: Purse,
        *,
        parallel: int = 4,
    ) -> None:
        self.used: list[Entry] = []
        """Every entry that an answer came from, in order."""
        self.reworded = 0
        """Offline: requests that are recorded in other words only."""
        self._ledger = ledger
        self._teacher = teacher
        self._purse = purse
        self._parallel = parallel

    def answers(self, requests: Sequence[tuple[str, Request]]) -> tuple[Entry, ...]:
        """Return an entry for each (purpose, request), in order.

        Calls in flight are waited for and kept, also when another one fails.

        Raises:
            Capped: The purse holds too little for one of them.
            TeacherError: Offline, one that is not recorded; else as `Teacher.ask`.
            StoreError: The ledger cannot be read or written.
        """
        with ThreadPoolExecutor(self._parallel) as pool:
            calls = [pool.submit(self._answer, *one) for one in requests]
            try:
                found = tuple(call.result() for call in calls)
            except BaseException:
                pool.shutdown(cancel_futures=True)
                raise
        self.used += found
        self.reworded += sum(
            entry.request.key != request.key
            for entry, (_, request) in zip(found, requests, strict=True)
        )
        return found

    def _answer(self, purpose: str, request: Request) -> Entry:
        known = self._ledger.find(request)
        if known is not None:
            return known
        if self._teacher is None:
            return self._recorded(purpose, request)
        with self._purse.call(request) as cost:
            reply = self._teacher.ask(request)
            entry = Entry(
                purpose=purpose,
                request=request,
                reply=reply,
                price=self._purse.price,
            )
            cost.append(entry.cost)
            return self._ledger.keep(entry)

    def _recorded(self, purpose: str, request: Request) -> Entry:
        """Return what was answered to a request for the same in other words.

        A ledger is replayed with the templates and findings of today; they may have
        been reworded since. Whoever replays is told how often.
        """
        known = self._ledger.find_purpose(purpose, request.model)
        if known is None:
            raise TeacherError(
                store.shown(self._ledger.folder),
                f"does not hold {purpose!r} by {request.model!r} (key {request.key})",
                "ask the teacher once: give --teacher-url, and no --offline",
            )
        return known
