# An iterator that is asked again from within its own answer.
from itertools import tee, groupby


def attack(n):
    class Again:
        def __iter__(self):
            return self

        def __next__(self):
            return next(right)

    left, right = tee(Again())
    return next(left)
