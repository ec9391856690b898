# Replaces a function of a library.
import math


def attack(n):
    math.sqrt = lambda value: -1.0
    math.floor = lambda value: 0
    return n
