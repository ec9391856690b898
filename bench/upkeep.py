"""What a decision costs beside the model: the grammar and our own loop."""

import time
from collections.abc import Sequence
from statistics import median

import numpy as np

from bench.calls import cases, grammar
from ldc.constrain import Tokens
from ldc.constrain.naming import CALLS
from ldc.generate.decode import Decoder
from ldc.generate.reader import Logits

ROUNDS = 20
SETS = ((1, 2), (1, 3), (2, 3), (1,), (2,), (3,))
"""Of prey at large, none met before."""


class NoReader:
    """Reads nothing and likes the ids in a turn, so that only the loop takes time."""

    def __init__(self) -> None:
        self.passes = self.tokens = 0

    def begin(self, menus: Sequence[tuple[int, ...]]) -> None:
        """Begin nothing."""

    def fork(self, sources: Sequence[int]) -> None:
        """Fork nothing."""

    def read(
        self, pieces: Sequence[Sequence[int]], wanted: Sequence[Sequence[int]]
    ) -> list[Logits]:
        """Return logits that prefer another place each time."""
        self.passes += 1
        return [
            np.roll(np.linspace(0, 1, len(ids), dtype=np.float32), 7 * self.passes)
            for ids in wanted
        ]

    def follow(self, piece: Sequence[int]) -> np.ndarray[tuple[int, int]]:
        """Return nothing."""
        return np.zeros((0, 0), np.float32)


def grammar_work(tokens: Tokens, count: int) -> tuple[float, float]:
    """Return the milliseconds of a decision that are not the model's.

    Returns:
        The grammar of so many functions for a set of objects that is there for the
        first time, from the state to the end of a call of a function that was not
        called before, without the loop; and the loop with its masks. The base was met.
    """
    case = cases(tokens, 1, 500, 20)[0]
    reader = NoReader()
    decoder = Decoder(reader, tokens, memory=0)
    decoder.choose(case.prompt, grammar(count).matcher(tokens))
    cold = []
    for prey in SETS:
        CALLS.clear()
        begun = time.process_time()
        decoder.choose(case.prompt, grammar(count, prey).matcher(tokens))
        cold.append(time.process_time() - begun)
    matcher, loop = grammar(count).matcher(tokens), 0.0
    for _ in range(2):  # the second time it calls what it called
        reader.passes = 0
        begun = time.process_time()
        for _ in range(ROUNDS):
            decoder.choose(case.prompt, matcher)
        loop = (time.process_time() - begun) / ROUNDS
    return (median(cold) - loop) * 1e3, loop * 1e3
