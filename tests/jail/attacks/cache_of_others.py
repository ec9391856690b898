# A cache is asked for what it keeps of another call.
from functools import lru_cache


@lru_cache
def _kept(x):
    return x


def attack(n):
    _kept(n)
    return str(_kept.cache_info()) + str(_kept.__wrapped__.__globals__)
