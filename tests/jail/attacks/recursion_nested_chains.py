# The same tower of `chain`.
from itertools import chain


def attack(xs: list[int]) -> int:
    tower = iter(xs)
    for _ in range(300_000):
        tower = chain(tower, ())
    return next(tower)
