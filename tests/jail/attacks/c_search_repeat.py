# Looks for what an endless iterator does not hold.
from itertools import repeat


def attack(n: int) -> bool:
    return n in repeat(n + 1)
