# Decimal makes ten million digits, then compares them.
from decimal import Decimal


def attack(n):
    one = Decimal(10) ** 9_000_000
    return str(int(one) % (10**9 + 7))
