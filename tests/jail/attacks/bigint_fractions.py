# Fractions whose denominators grow without end.
from fractions import Fraction


def attack(n: int) -> int:
    total = Fraction(0)
    for step in range(1, 10**9):
        total += Fraction(1, step)
    return total.numerator % n
