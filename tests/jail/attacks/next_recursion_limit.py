# Lowers the recursion limit for those who come after.
import sys


def attack(n):
    sys.setrecursionlimit(60)
    return n
