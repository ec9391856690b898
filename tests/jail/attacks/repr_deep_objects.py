# A repr that goes down by itself, told through a counter.
from collections import Counter


class Deep:
    def __init__(self, inner):
        self.inner = inner

    def __repr__(self):
        return f"<{self.inner!r}>"


def attack(n):
    one = None
    for _ in range(100_000):
        one = Deep(one)
    return repr([one])
