# A fraction whose parts were exchanged behind its back.
from fractions import Fraction


def attack(n):
    one = Fraction(1, 3)
    one._numerator = 10**5000
    Fraction.__add__ = lambda a, b: Fraction(7)
    return one + 1
