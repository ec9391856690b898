# An order that is made of itself.
from functools import total_ordering


@total_ordering
class Odd:
    def __lt__(self, other):
        return self >= other

    def __eq__(self, other):
        return not self <= other


def attack(n):
    return max(Odd(), Odd()) is None
