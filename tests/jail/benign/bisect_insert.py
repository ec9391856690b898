# Keeps a list in order.
from bisect import bisect_left, insort


def bisect_insert(xs: list[int], n: int) -> list[int]:
    ordered: list[int] = []
    for x in xs:
        insort(ordered, x)
    return [*ordered, bisect_left(ordered, n)]
