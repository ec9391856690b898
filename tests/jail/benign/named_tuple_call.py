# A tuple with names, the short way.
from collections import namedtuple

Pair = namedtuple("Pair", "left right")


def named_tuple_call(xs):
    pair = Pair(xs[0], xs[1])
    return [pair.left, pair.right]
