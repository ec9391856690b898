# Counts through a product of ranges in C.
from itertools import product


def attack(n: int) -> int:
    return sum(map(len, product(range(100), repeat=9)))
