"""Masks of a whole table: the name from a list of tokens, then one function's engine.

Which function is named says which arguments may follow, so only that one is compiled,
when it is named; the others cost a row of ids. What is compiled is kept by function and
objects, for all menus that have it.
"""

import random
from collections.abc import Iterable
from functools import partial
from typing import Any

import numpy as np

from ldc.constrain.lark import line_grammar
from ldc.constrain.productions import Head, call_text, draw
from ldc.constrain.recent import Recent
from ldc.constrain.token_grammar import beginnings, in_bytes, token_grammar
from ldc.constrain.token_mask import Matcher, TokenIds, engine_of
from ldc.constrain.tokens import Tokens
from ldc.errors import GrammarError

SAMPLES = 2
"""Calls of a function that must tokenise as the grammar does, at compile time."""

Way = tuple[tuple[int, ...], int]
"""The ids of a text that a call may begin with, and the place of its function."""

TABLES = Recent(256)
"""Matchers by the table itself; comparing a thousand functions takes milliseconds."""

WAYS = Recent(64)
"""The lists of beginnings made last; one of a thousand functions takes 0.3 MB."""

SPLIT = Recent(8192)
"""By beginnings of a function: whether the tokenizer splits a call behind them."""

WHOLE = Recent(16)
"""Byte grammars of whole tables, for tokenizers that do not split there."""

CALLS = Recent(512)
"""Matchers of one function's calls; one takes 0.1 MB."""


class TableMatcher(Matcher):
    """Where one text stands in a table. Not thread-safe; copies are independent.

    Args:
        heads: The table.
        tokens: The tokenizer.
        ways: How its calls may begin, in the order of the table, cut to those that go
            on from what is written.
        written: The ids so far, before the function is known.
    """

    def __init__(
        self,
        heads: tuple[Head, ...],
        tokens: Tokens,
        ways: tuple[Way, ...],
        written: tuple[int, ...] = (),
    ) -> None:
        self.heads = heads
        self._tokens = tokens
        self._ways = ways
        self._written = written
        self._call: Matcher | None = None

    @property
    def canonical(self) -> bool:
        """Whether all masks hold the tokenizer's own tokens only; compiles all."""
        return all(_call_of(head, self._tokens).canonical for head in self.heads)

    def allowed(self) -> TokenIds:
        """Return the ids that may come next, sorted; none when finished.

        Raises:
            GrammarError: the text stopped where it is no call, or the engine failed.
        """
        if call := self._named():
            return call.allowed()
        return np.array(sorted(self._next(len(self._written))), dtype=np.int64)

    def forced(self) -> list[int]:
        """Return tokens that must come now; call again after consuming them."""
        if call := self._named():
            return call.forced()
        run: list[int] = []
        while len(ids := self._next(len(self._written) + len(run))) == 1:
            run += ids
        return run

    def consume(self, ids: Iterable[int]) -> None:
        """Append tokens to the text.

        Raises:
            GrammarError: a token is not allowed; the matcher must not be used again.
        """
        rest = [int(i) for i in ids]
        while rest and not self._named():
            token, place = rest.pop(0), len(self._written)
            self._ways = tuple(way for way in self._ways if way[0][place] == token)
            self._written += (token,)
            if not self._ways:
                what = f"no function's name goes on with token {token}"
                mend = "consume allowed tokens only, and drop a matcher after an error"
                raise GrammarError("token mask", what, mend)
        if rest and (call := self._named()):
            call.consume(rest)

    def copy(self) -> "TableMatcher":
        """Return an independent matcher at the same place."""
        made = TableMatcher(self.heads, self._tokens, self._ways, self._written)
        made._call = self._call and self._call.copy()
        return made

    def finished(self) -> bool:
        """Return whether the text is a whole call and nothing more may come."""
        call = self._named()
        return call is not None and call.finished()

    def _next(self, place: int) -> set[int]:
        # No way ends here: two functions differ before the bracket behind their names.
        return {ids[place] for ids, _ in self._ways}

    def _named(self) -> Matcher | None:
        """Return the matcher of the function, as soon as no other goes on like this."""
        if self._call is None and self._ways[0][1] == self._ways[-1][1]:
            self._call = _call_of(self.heads[self._ways[0][1]], self._tokens).copy()
            self._call.consume(self._written)
        return self._call


def matcher_of(heads: tuple[Head, ...], tokens: Tokens) -> Matcher:
    """Return a fresh matcher for a rule table; all names in it differ."""
    found: Matcher = TABLES.find(
        (id(heads), id(tokens)), (heads, tokens), lambda: _matcher(heads, tokens)
    )
    return found.copy()


def _matcher(heads: tuple[Head, ...], tokens: Tokens) -> Matcher:
    texts = tuple(map(beginnings, heads))
    key = texts, id(tokens)
    ways = WAYS.find(key, tokens, lambda: _ways(heads, texts, tokens))
    if ways:
        return TableMatcher(heads, tokens, ways)
    found: Matcher = WHOLE.find(
        (heads, id(tokens)), tokens, lambda: _in_bytes(heads, tokens)
    )
    return found


def _ways(
    heads: tuple[Head, ...], texts: tuple[tuple[str, ...], ...], tokens: Tokens
) -> tuple[Way, ...]:
    """Return how the calls may begin; none if the tokenizer does not split there."""
    found: list[Way] = []
    for place, (head, mine) in enumerate(zip(heads, texts, strict=True)):
        if not SPLIT.find(
            (mine, id(tokens)), tokens, partial(_splits, head, mine, tokens)
        ):
            return ()
        found += [(tokens.piece(text), place) for text in mine]
    return tuple(found)


def _splits(head: Head, texts: tuple[str, ...], tokens: Tokens) -> bool:
    """Return whether a few calls of a function begin with the tokens of these texts."""
    ways = [tokens.piece(text) for text in texts]
    same = (tokens.bytes_of(ids) for ids in ways)
    return all(a == b.encode() for a, b in zip(same, texts, strict=True)) and all(
        any(tuple(ids[: len(way)]) == way for way in ways)
        for ids in map(tokens.encode, _samples(head, len(ways)))
    )


def _samples(head: Head, many: int) -> list[str]:
    rng = random.Random(0)
    return [call_text(head, draw(head, rng)) for _ in range(many if head.slots else 1)]


def _call_of(head: Head, tokens: Tokens) -> Matcher:
    """Return the matcher of one function's calls, at their start; copy it."""
    found: Matcher = CALLS.find(
        (head, id(tokens)), tokens, lambda: _compiled(head, tokens)
    )
    return found


def _compiled(head: Head, tokens: Tokens) -> Matcher:
    """Compile a function's calls to tokens, or to bytes if samples tokenise else."""
    whole = not any(in_bytes(slot.production) for slot in head.slots)
    engine = engine_of(token_grammar((head,), tokens), tokens.engine)
    if all(_reads(engine, tokens.encode(text)) for text in _samples(head, SAMPLES)):
        return Matcher(engine, whole, (head,))
    return _in_bytes((head,), tokens)


def _in_bytes(heads: tuple[Head, ...], tokens: Tokens) -> Matcher:
    return Matcher(engine_of(line_grammar(heads), tokens.engine), False, heads)


def _reads(engine: Any, ids: list[int]) -> bool:
    """Return whether an engine at its start takes these ids as a whole text."""
    copy = engine.deep_copy()
    return bool(copy.try_consume_tokens(ids) == len(ids) and copy.is_accepting())
