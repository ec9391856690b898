# reduce doubles a list until the memory is full.
from functools import reduce


def attack(n):
    return len(reduce(lambda xs, _: xs + xs, range(60), [n]))
