# Asks whether all of an endless run are true.
from itertools import repeat


def attack(n):
    return all(repeat(True))
