# Sets an attribute of a module by the target of a loop.
import math


def attack(n):
    for math.sqrt in (None,):
        pass
    return n
