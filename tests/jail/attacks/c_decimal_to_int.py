# Makes an int of three hundred million digits of a short decimal.
from decimal import Decimal


def attack(n: int) -> int:
    return int(Decimal("1e300000000")) % n
