"""The decoding loop: one text, or several in lockstep with a pass for all of them."""

import math
import random
import time
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from ldc.constrain.token_mask import Matcher
from ldc.constrain.tokens import Tokens
from ldc.generate import Choice, Mode
from ldc.generate.draft import Ask, Draft, Memory, among, entropy_bits, write
from ldc.generate.reader import Reader
from ldc.generate.scored import judge
from ldc.ir import Branch, Prompt

MEMORY = 4096
"""Branch points remembered; a decision has about three."""

MENUS = 64
"""Menus whose ids are remembered; to cut 500 tokens takes 4 ms."""

Asked = tuple[Prompt, Matcher]
"""What is to be completed, and a matcher at the start of its grammar."""


class Decoder:
    """Chooses completions with one model. Not thread-safe.

    Args:
        reader: Reads with the model.
        tokens: Its tokenizer.
        memory: Branch points whose probabilities are kept; 0 asks the model each time.
    """

    def __init__(self, reader: Reader, tokens: Tokens, *, memory: int = MEMORY) -> None:
        self.reader = reader
        self.tokens = tokens
        self._memory = Memory(memory)
        self._menu = lru_cache(MENUS)(self._menu_ids)

    def choose(
        self, prompt: Prompt, matcher: Matcher, *, mode: Mode = "greedy", seed: int = 0
    ) -> Choice:
        """Return a completion of the prompt that the grammar accepts.

        Args:
            prompt: What the student reads.
            matcher: At the start of its grammar; it is left as it was.
            mode: "greedy" takes the best allowed token, ties to the lower id;
                "sample" draws by the student's probabilities over the allowed tokens;
                "scored" takes the best call as a whole, and gives the others' scores.
            seed: Of the draw.

        Raises:
            GrammarError: The grammar ended where no call is complete.
        """
        if mode == "scored":
            return self._scored(prompt, matcher)
        return self.choose_all([(prompt, matcher)], mode=mode, seed=seed)[0]

    def choose_all(
        self, asked: Sequence[Asked], *, mode: Mode = "greedy", seed: int = 0
    ) -> tuple[Choice, ...]:
        """Return a completion of every prompt, read in lockstep.

        The choices are those of `choose`, where no two tokens are as good up to the
        model's rounding. "scored" goes prompt by prompt.

        Args:
            asked: Prompts with their matchers, which are left as they were.
            mode: As in `choose`.
            seed: Of the first draw; each further prompt has the next seed.

        Raises:
            GrammarError: A grammar ended where no call is complete.
        """
        if mode == "scored":
            return tuple(self._scored(prompt, matcher) for prompt, matcher in asked)
        begun = time.perf_counter()
        writers = [
            write(
                prompt,
                self.tokens.encode(prompt.state),
                matcher,
                self._memory,
                random.Random(seed + i) if mode == "sample" else None,
            )
            for i, (prompt, matcher) in enumerate(asked)
        ]
        drafts: dict[int, Draft] = {}
        asks: dict[int, Ask] = {}
        passes = [0] * len(asked)
        for i, writer in enumerate(writers):
            try:
                asks[i] = next(writer)
            except StopIteration as end:
                drafts[i] = end.value
        if asks:
            before = self.reader.passes
            self.reader.begin([self._menu(asked[i][0].constant) for i in asks])
            for i in list(asks)[: self.reader.passes - before]:
                passes[i] += 1  # new menus, one each
        while asks:
            found = self.reader.read(*zip(*asks.values(), strict=True))
            going: dict[int, Ask] = {}
            left = []
            for text, (i, logits) in enumerate(zip(asks, found, strict=True)):
                passes[i] += 1
                try:
                    going[i] = writers[i].send(logits)
                    left.append(text)
                except StopIteration as end:
                    drafts[i] = end.value
            if 0 < len(left) < len(asks):
                self.reader.fork(left)
            asks = going
        share = (time.perf_counter() - begun) * 1e3 / len(asked)
        return tuple(choice_of(drafts[i], passes[i], share) for i in range(len(asked)))

    def bits(
        self,
        prompt: Prompt,
        completion_ids: Sequence[int],
        branches: Sequence[Branch],
    ) -> tuple[float, float]:
        """Return the entropy of one decision with the grammar and without, in bits.

        Both follow the given completion, in one pass. With the grammar: over the
        allowed tokens, summed over the branch points. Without: over the whole
        vocabulary, summed over all tokens of the completion.
        """
        self.reader.begin([self._menu(prompt.constant)])
        state = self.tokens.encode(prompt.state)
        logits = self.reader.follow([*state, *completion_ids[:-1]])
        logits = logits[-len(completion_ids) :].astype(np.float64)
        logits -= logits.max(axis=1, keepdims=True)
        nats = logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))
        free = -float((np.exp(nats) * nats).sum())
        bound = 0.0
        for branch in branches:
            bound += entropy_bits(among(logits[branch.position, list(branch.allowed)]))
        return bound, free / math.log(2)

    def _menu_ids(self, constant: str) -> tuple[int, ...]:
        return tuple(self.tokens.encode(constant))

    def _scored(self, prompt: Prompt, matcher: Matcher) -> Choice:
        begun, passes = time.perf_counter(), self.reader.passes
        menu, state = self._menu(prompt.constant), self.tokens.encode(prompt.state)
        judged = judge(self.reader, menu, state, matcher)
        return choice_of(
            judged.drafts[0],
            self.reader.passes - passes,
            (time.perf_counter() - begun) * 1e3,
            scores=tuple((tuple(d.ids), d.log_probability) for d in judged.drafts),
            complete=judged.complete,
        )


def choice_of(
    draft: Draft,
    passes: int,
    milliseconds: float,
    scores: tuple[tuple[tuple[int, ...], float], ...] = (),
    complete: bool = False,
) -> Choice:
    """Return a finished draft as a value, with what it cost."""
    return Choice(
        ids=tuple(draft.ids),
        log_probability=draft.log_probability,
        log_probabilities=tuple(draft.log_probabilities),
        entropy_bits=tuple(draft.entropies),
        branch_points=tuple(draft.points),
        forward_passes=passes,
        milliseconds=milliseconds,
        scores=scores,
        complete=complete,
    )
