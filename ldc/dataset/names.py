"""Fresh function names from the tokenizer's own words, so that no name is learned."""

import keyword
import random
import re
from collections.abc import Collection
from typing import Any

WORD = re.compile(r"Ġ([a-z]{4,9})")


def words_of(hf_tokenizer: Any) -> tuple[str, ...]:
    """Return the plain lower-case words that are one token, sorted; some thousands."""
    found = (WORD.fullmatch(piece) for piece in hf_tokenizer.get_vocab())
    words = {match.group(1) for match in found if match}
    return tuple(sorted(words - set(keyword.kwlist)))


def fresh_names(
    names: tuple[str, ...],
    words: tuple[str, ...],
    coin: random.Random,
    taken: Collection[str] = (),
) -> dict[str, str]:
    """Give every function a new name of one to three words, all different.

    None is a name in `names` or `taken`: those stand for their own functions.
    """
    new: dict[str, str] = {}
    while len(new) < len(names):
        alias = "_".join(coin.sample(words, coin.choice((1, 2, 2, 3))))
        if alias not in (*new.values(), *names, *taken):
            new[names[len(new)]] = alias
    return new
