# Changes a class of a library that others use.
from collections import Counter


def attack(n):
    Counter.most_common = lambda self, size=None: [("spoilt", 1)]
    return n
