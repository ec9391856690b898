"""What a decision costs beside the model: the grammar and our own loop."""

import time
from collections.abc import Sequence

import numpy as np

from bench.calls import cases, grammar
from ldc.constrain import Tokens
from ldc.generate.decode import Decoder
from ldc.generate.reader import Logits

ROUNDS = 20


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
        To compile the grammar of so many functions anew, as when another set of objects
        is there for the first time; to go through the loop with its masks.
    """
    case = cases(tokens, 1, 500, 20)[0]
    decoder = Decoder(NoReader(), tokens, memory=0)
    for prey in ((1, 2, 3), (1, 2)):  # the first also cuts the names into tokens
        offered = grammar(count, prey)
        begun = time.process_time()
        matcher = offered.matcher(tokens)
        compiled = time.process_time() - begun
        begun = time.process_time()
        for _ in range(ROUNDS):
            decoder.choose(case.prompt, matcher)
        loop = (time.process_time() - begun) / ROUNDS
    return compiled * 1e3, loop * 1e3
