# Replaces modules in the table of those that are loaded.
import sys


def attack(n):
    for name in ("math", "json", "collections", "decimal"):
        sys.modules[name] = None
    return n
