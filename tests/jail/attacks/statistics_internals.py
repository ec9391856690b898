# Exchanges what statistics counts with.
import statistics


def attack(n):
    statistics.fmean.__code__ = (lambda data, weights=None: 99.0).__code__
    return statistics.fmean([1, 2])
