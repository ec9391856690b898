"""Which tokens may come next: a matcher of a compiled grammar."""

from collections.abc import Iterable
from typing import Any

import numpy as np

from ldc.constrain.forms import Head
from ldc.errors import GrammarError

TokenIds = np.ndarray[tuple[int], np.dtype[np.int64]]


class Matcher:
    """Where one text stands in its grammar. Not thread-safe; copies are independent."""

    def __init__(
        self, engine: Any, canonical: bool, heads: tuple[Head, ...] = ()
    ) -> None:
        self._engine = engine
        self._canonical = canonical
        self.heads = heads
        """The rule table it was compiled from, for engines that compile their own."""

    @property
    def canonical(self) -> bool:
        """Whether all masks hold the tokenizer's own tokens only."""
        return self._canonical

    def allowed(self) -> TokenIds:
        """Return the ids that may come next, sorted; none when finished.

        Raises:
            GrammarError: the text stopped where it is no call, or the engine failed.
        """
        if self._engine.is_stopped():
            self._check(self._engine.is_accepting())
            return np.empty(0, dtype=np.int64)
        mask = np.frombuffer(self._engine.compute_bitmask(), dtype=np.uint8)
        self._check(not self._engine.is_error())
        places = np.flatnonzero(mask)  # few of the 6,000 bytes are not zero
        bits = np.unpackbits(mask[places], bitorder="little").reshape(-1, 8)
        rows, columns = np.nonzero(bits)
        ids: TokenIds = places[rows].astype(np.int64) * 8 + columns
        return ids

    def forced(self) -> list[int]:
        """Return tokens that must come now, at most one mask's worth; none consumed.

        The engine knows some runs at once; where it knows none, a mask with one
        token is forced too. Call again after consuming: the run may go on.
        """
        run = list(self._engine.compute_ff_tokens())
        if run:
            return run
        ids = self.allowed()
        return [int(ids[0])] if len(ids) == 1 else []

    def consume(self, ids: Iterable[int]) -> None:
        """Append tokens to the text.

        Raises:
            GrammarError: a token is not allowed; the matcher must not be used again.
        """
        self._check(self._engine.consume_tokens([int(i) for i in ids]))

    def copy(self) -> "Matcher":
        """Return an independent matcher at the same place."""
        return Matcher(self._engine.deep_copy(), self._canonical, self.heads)

    def finished(self) -> bool:
        """Return whether the text is a whole call and nothing more may come."""
        return bool(self._engine.is_stopped() and self._engine.is_accepting())

    def _check(self, good: bool) -> None:
        if not good:
            what = self._engine.get_error() or f"stopped: {self._engine.stop_reason()}"
            mend = "consume allowed tokens only, and drop a matcher after an error"
            raise GrammarError("token mask", what, mend)


ITEMS = 20_000
"""Items of the engine's parser at one place; a listed value takes one (`STEPS`), and
the engine's own 2,000 would end a text that it should allow."""


def engine_of(text: str, tokenizer: Any) -> Any:
    """Return the `llguidance.LLMatcher` of a grammar text.

    Raises:
        GrammarError: the engine does not take the grammar.
    """
    from llguidance import LLMatcher, LLParserLimits

    limits = LLParserLimits(max_items_in_row=ITEMS)
    lark = LLMatcher.grammar_from_lark(text)
    engine = LLMatcher(tokenizer, lark, log_level=0, limits=limits)
    if engine.is_error():
        raise GrammarError("grammar", engine.get_error(), "report this grammar's types")
    return engine
