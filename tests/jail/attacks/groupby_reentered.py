# A grouping whose key asks for the next group.
from itertools import groupby


def attack(n):
    def key(x):
        return next(groups, x)

    groups = groupby(range(10**5), key)
    return [len(list(g)) for _, g in groups]
