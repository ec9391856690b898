"""Which tokens may come next: a matcher of a rule table, compiled once.

The table is compiled to the tokenizer's own tokens, patterned texts to bytes. If
sampled calls tokenise in another way, the byte grammar stands in. `Matcher.canonical`
says whether all is in tokens.
"""

import random
from collections.abc import Iterable
from functools import lru_cache, partial
from typing import Any

import numpy as np

from ldc.constrain.lark import line_grammar
from ldc.constrain.productions import Head, call_text, draw
from ldc.constrain.recent import Recent
from ldc.constrain.token_grammar import in_bytes, token_grammar
from ldc.constrain.tokens import Tokens
from ldc.errors import GrammarError

SAMPLES = 2
"""Calls of each function that must tokenise as the grammar does, at compile time."""

TABLES = Recent(1024)
"""Matchers by the table itself; comparing a thousand functions takes milliseconds."""

READ = Recent(8192)
"""By function: whether its samples tokenise as the grammar does. The check takes two
thirds of a compile, and the functions beside it change nothing."""

TokenIds = np.ndarray[tuple[int], np.dtype[np.int64]]


class Matcher:
    """Where one text stands in its grammar. Not thread-safe; copies are independent."""

    def __init__(
        self, engine: Any, canonical: bool, heads: tuple[Head, ...] = ()
    ) -> None:
        self._engine = engine
        self.canonical = canonical
        """Whether the mask holds the tokenizer's own tokens only."""
        self.heads = heads
        """The rule table it was compiled from, for engines that compile their own."""

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
        return Matcher(self._engine.deep_copy(), self.canonical, self.heads)

    def finished(self) -> bool:
        """Return whether the text is a whole call and nothing more may come."""
        return bool(self._engine.is_stopped() and self._engine.is_accepting())

    def _check(self, good: bool) -> None:
        if not good:
            what = self._engine.get_error() or f"stopped: {self._engine.stop_reason()}"
            mend = "consume allowed tokens only, and drop a matcher after an error"
            raise GrammarError("token mask", what, mend)


def matcher_of(heads: tuple[Head, ...], tokens: Tokens) -> Matcher:
    """Return a fresh matcher for a rule table; equal tables are compiled once."""
    held = heads, tokens
    found: Matcher = TABLES.find(
        (id(heads), id(tokens)), held, lambda: _compiled(heads, tokens)
    )
    return found.copy()


@lru_cache(maxsize=512)
def _compiled(heads: tuple[Head, ...], tokens: Tokens) -> Matcher:
    """Compile a table; equal tables give equal grammar text, so they are the key."""
    whole = not any(in_bytes(slot.production) for head in heads for slot in head.slots)
    engine = engine_of(token_grammar(heads, tokens), tokens.engine)
    canonical = Matcher(engine, whole, heads)
    if all(
        READ.find((head, tokens), None, partial(_own, canonical, head, tokens))
        for head in heads
    ):
        return canonical
    return Matcher(engine_of(line_grammar(heads), tokens.engine), False, heads)


def engine_of(text: str, tokenizer: Any) -> Any:
    """Return the `llguidance.LLMatcher` of a grammar text.

    Raises:
        GrammarError: the engine does not take the grammar.
    """
    from llguidance import LLMatcher

    engine = LLMatcher(tokenizer, LLMatcher.grammar_from_lark(text), log_level=0)
    if engine.is_error():
        raise GrammarError("grammar", engine.get_error(), "report this grammar's types")
    return engine


def _own(matcher: Matcher, head: Head, tokens: Tokens) -> bool:
    """Return whether a few calls of a function tokenise as the grammar writes them."""
    rng = random.Random(0)
    texts = (
        call_text(head, draw(head, rng)) for _ in range(SAMPLES if head.slots else 1)
    )
    return all(_reads(matcher, tokens.encode(text)) for text in texts)


def _reads(matcher: Matcher, ids: list[int]) -> bool:
    """Return whether a matcher takes these ids as a whole text."""
    engine = matcher.copy()._engine
    return bool(engine.try_consume_tokens(ids) == len(ids) and engine.is_accepting())
