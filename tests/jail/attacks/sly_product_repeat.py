# A product of so many rows that its first item fills the memory.
from itertools import combinations, product


def attack(n: int) -> int:
    return len(next(product(range(9), repeat=10**9))) + len(next(combinations(range(10**9), 10**8)))
