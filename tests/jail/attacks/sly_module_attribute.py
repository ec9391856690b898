# Sets an attribute of a module that others use too.
import math


class H:
    sqrt = 1


def attack(n):
    math.sqrt = lambda x: 0
    return n
