# An order that changes its mind, over a large heap.
from functools import cmp_to_key
from heapq import merge
from itertools import count


def attack(n):
    key = cmp_to_key(lambda a, b: (a * 7919 ^ b) % 3 - 1)
    return sum(merge(count(), count(), key=key))
