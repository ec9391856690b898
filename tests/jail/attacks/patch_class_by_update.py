# Changes a class of a library by the method that sets attributes.
from collections import Counter


def attack(n):
    type.__setattr__(Counter, "__missing__", lambda self, key: 9)
    return n
