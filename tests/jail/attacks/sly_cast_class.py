# Calls a library class a number, and sets an attribute of it.
from collections import Counter
from typing import cast


class H:
    most_common = 1


def f():
    return cast(int, Counter)


def attack(n):
    f().most_common = 3
    return n
