# One call of `comb`, minutes in C.
from math import comb


def attack(n: int) -> int:
    return comb(10**9, 5 * 10**7) % n
