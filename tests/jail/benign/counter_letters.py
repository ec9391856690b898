# Adds and compares counters.
from collections import Counter


def counter_letters(text, xs):
    one, other = Counter(text), Counter("ab")
    both = one & other
    return [sum((one + other).values()), sorted(both.elements()), len(one - other)]
