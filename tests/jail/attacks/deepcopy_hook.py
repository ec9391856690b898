# A copy that makes what it copies.
from copy import deepcopy


class Odd:
    def __deepcopy__(self, memo):
        memo[id(self)] = [Odd() for _ in range(9)]
        return deepcopy(memo[id(self)], memo)


def attack(n):
    return deepcopy(Odd())
