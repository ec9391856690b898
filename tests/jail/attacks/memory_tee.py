# Tees an iterator and lets one side run ahead.
from itertools import count, tee


def attack(n):
    ahead, behind = tee(count(10**30))
    for value in ahead:
        n = value
    return next(behind)
