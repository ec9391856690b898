# Leaves a note on a library function, to be read in a later call.
from statistics import mean


class H:
    note = 1


def attack(n):
    mean.note = 3
    return n
