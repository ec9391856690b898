# Deletes an attribute of a module that others use too.
import math


def attack(n):
    del math.sqrt
    return n
