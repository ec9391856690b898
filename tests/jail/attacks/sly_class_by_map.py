# Makes library classes by `map`, and sets an attribute of each.
from fractions import Fraction


class H:
    numerator: int = 3


def attack(n):
    for k in map(lambda x: Fraction, [1]):
        k.numerator = 3
    return n
