# Folds a list, and fixes an argument.
from functools import partial, reduce


def functools_reduce(xs: list[int], n: int) -> int:
    def add(by: int, value: int) -> int:
        return by + value

    return partial(add, n)(reduce(lambda a, b: a * b, xs))
