# Keeps every item of a product that has a billion.
from itertools import product


def attack(n: int) -> int:
    return len(list(product(range(1000), repeat=3)))
