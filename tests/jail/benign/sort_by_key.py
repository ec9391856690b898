# Sorts by keys of several parts, and by a comparison.
from functools import cmp_to_key
from operator import itemgetter


def sort_by_key(rec: dict[str, int], text: str) -> list[str]:
    words = sorted(text.split(), key=lambda word: (len(word), word), reverse=True)
    names = [name for name, _ in sorted(rec.items(), key=itemgetter(1))]
    return sorted(words + names, key=cmp_to_key(lambda a, b: (a > b) - (a < b)))
