# Replaces modules in the table of those that are loaded.
import sys


def attack(n):
    for name in ("math", "json", "heapq", "decimal"):
        sys.modules[name] = None
    return n
