"""Says the same in other words, so that the student reads instead of memorising."""

import random
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

Voice = Literal["own", "seen", "unseen"]
"""`own` keeps the vocabulary; `seen` draws from training's wordings, `unseen` from the
two that training never uses."""

HELD_OUT = 2


class Reworder:
    """Replaces the phrases of a vocabulary by other wordings, each drawn apart.

    Args:
        wordings: Phrase -> other ways to say it. `{who}` in a phrase stands for one
            word, which is carried over.
    """

    def __init__(self, wordings: Mapping[str, tuple[str, ...]]) -> None:
        self._wordings = wordings
        self._phrases = sorted(wordings, key=len, reverse=True)
        self._pattern = pattern(tuple(self._phrases))

    def __call__(self, text: str, voice: Voice, coin: random.Random) -> str:
        """Return the text in another wording."""
        if voice == "own" or not self._phrases:
            return text

        def swap(match: re.Match[str]) -> str:
            name = match.lastgroup or ""
            phrase = self._phrases[int(name[1:])]
            others = self._wordings[phrase]
            if voice == "unseen":
                choices = others[-HELD_OUT:]
            else:
                choices = (phrase, *others[:-HELD_OUT])
            who = next(
                (g for key, g in match.groupdict().items() if key == f"w{name[1:]}"), ""
            )
            return coin.choice(choices).replace("{who}", who or "")

        return self._pattern.sub(swap, text)


@lru_cache(maxsize=16)
def pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds the phrases, the first that fits at each place."""
    parts = []
    for i, phrase in enumerate(phrases):
        body = re.escape(phrase).replace(re.escape("{who}"), rf"(?P<w{i}>\w+)")
        parts.append(rf"(?P<p{i}>\b{body}\b)")
    return re.compile("|".join(parts) or r"(?!)")
