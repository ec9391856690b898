# Adds fractions without an error.
from fractions import Fraction


def fraction_sum(xs: list[int]) -> str:
    total = sum((Fraction(1, x) for x in xs), Fraction(0))
    return f"{total.numerator}/{total.denominator}"
