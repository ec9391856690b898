# Copies a tower, which recurses in Python.
from copy import deepcopy


def attack(xs: list[int]) -> int:
    tower = [xs]
    for _ in range(50_000):
        tower = [tower]
    return len(deepcopy(tower))
