# The first few of an endless counter.
import itertools


def itertools_islice(n):
    odd = (number for number in itertools.count(1, 2))
    return list(itertools.islice(odd, n))
