# Changes the precision of decimals for those who come after.
from decimal import getcontext


def attack(n):
    getcontext().prec = 2
    return n
