# Gets a library class by a generator, and sets an attribute of it.
from collections import Counter


class H:
    update = 1


def g():
    yield Counter


def attack(n):
    for k in g():
        k.update = 3
    return n
