# Picks a library class by `max`, and sets an attribute of it.
from collections import Counter


class H:
    most_common = 1


def attack(n):
    k = max(Counter, Counter, key=str)
    k.most_common = 3
    return n
