# Raises the recursion limit, and overflows the stack of C.
import sys


class Deep:
    def __getattr__(self, name):
        return getattr(self, name + "x")


def attack(n):
    sys.setrecursionlimit(2**30)
    return Deep().a
