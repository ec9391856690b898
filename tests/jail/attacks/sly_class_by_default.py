# Gets a library class by a default argument, and sets an attribute of it.
from collections import Counter


class H:
    update = 1


def attack(n, k=Counter):
    k.update = 3
    return n
