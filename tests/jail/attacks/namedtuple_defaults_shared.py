# Changes the defaults that all records of a class share.
from collections import namedtuple

Pair = namedtuple("Pair", "a b", defaults=[[1]])


def attack(n):
    Pair.__new__.__defaults__[0].append(open)
    return Pair(1).b
