# A counter whose elements never end.
from collections import Counter


def attack(n):
    return sum(1 for _ in Counter({"a": 10**18}).elements())
