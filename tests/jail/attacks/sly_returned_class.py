# Gets hold of a library class by a helper, and sets an attribute of it.
from collections import Counter


class H:
    most_common: int


def f():
    return Counter


def attack(n):
    f().most_common = 3
    return n
