# One call of `factorial`, minutes in C.
from math import factorial


def attack(n: int) -> int:
    return factorial(10**8) % n
