# A recursion that remembers, within one call.
from functools import lru_cache


def recursion_memo(n):
    @lru_cache(maxsize=None)
    def ways(steps):
        if steps < 0:
            return 0
        return 1 if steps == 0 else ways(steps - 1) + ways(steps - 2)

    return ways(n * 10)
