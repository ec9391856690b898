# Fractions with equal hashes that are compared one by one.
from fractions import Fraction


def attack(n):
    step = 2**61 - 1
    return len({Fraction(k * step + 1, 1) for k in range(20_000)})
