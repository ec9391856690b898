# A named tuple's make is given another class.
from collections import namedtuple

Pair = namedtuple("Pair", "a b")


def attack(n):
    Pair._make = classmethod(lambda cls, xs: open("/etc/passwd").read())
    return Pair._make([1, 2])
