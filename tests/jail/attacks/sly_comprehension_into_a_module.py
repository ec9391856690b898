# Sets an attribute of a module by the target of a comprehension.
import math


def attack(n):
    return [0 for math.sqrt in (None,)]
